# The Debian and Ubuntu packages that motcua needs, each with its reason; sourced by install.

# Paints without a screen, and on one.
RUN_PACKAGES=(
    libglib2.0-0          # Qt
    libdbus-1-3           # Qt
    libfontconfig1        # Qt finds fonts
    libxkbcommon0         # Qt reads keyboards
    libegl1 libgl1        # Qt links them even for the software renderer
    libbrotli1            # Qt's network part, which QML links
    libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1
    libpulse0 libdrm2 libxext6 libxrandr2  # Qt Multimedia: the board's voice
    libusb-1.0-0          # USB printers
    espeak-ng             # makes the voice clips, once
)

TEST_PACKAGES=(
    nodejs npm            # npos, the independent ticket decoder
    zbar-tools            # reads QR codes back
    pulseaudio pulseaudio-utils  # a sound card made of software, to hear what was said
    avahi-daemon avahi-utils dbus  # somebody else's mDNS
    iproute2              # network namespaces: several hosts on one machine
)

# Ubuntu 24.04 renamed some libraries when time became 64 bit wide.
installed_or_renamed() {
    dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed' ||
        dpkg-query -W -f='${Status}' "$1t64" 2>/dev/null | grep -q 'ok installed'
}

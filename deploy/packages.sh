# The Debian and Ubuntu packages that motcua needs, each with its reason; sourced by install.

RUN_PACKAGES=(
    python3-venv          # makes .venv
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
    systemd               # scores the units' sandbox
    iproute2              # network namespaces: several hosts on one machine
)

# Prints those of the named packages that are not there. What came another way than as a
# package (a newer Node, a Python of one's own) is there too. Ubuntu 24.04 renamed some
# libraries when time became 64 bit wide.
missing_packages() {
    local installed package
    installed=" $(dpkg-query -W -f='${db:Status-Status} ${Package}\n' |
        sed -n 's/^installed //p' | tr '\n' ' ') "
    for package in "$@"; do
        case $package in
            nodejs) command -v node >/dev/null && continue ;;
            npm) command -v npm >/dev/null && continue ;;
            python3-venv) python3 -c 'import ensurepip' 2>/dev/null && continue ;;
        esac
        [[ $installed == *" $package "* || $installed == *" ${package}t64 "* ]] || echo "$package"
    done
}

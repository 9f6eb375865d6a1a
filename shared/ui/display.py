"""Whether there is a screen to show windows on; asked before Qt, which would abort."""

import os
import sys


def has_display() -> bool:
    """Tell whether windows can be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in named)

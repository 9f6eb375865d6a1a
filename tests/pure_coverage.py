"""Says whether every branch of the pure parts was taken by the tests just run.

``python -m tests.pure_coverage`` after pytest with --cov; the list of pure parts is here only.
"""

import sys

from coverage import Coverage

PURE = (
    "shared/catalog/catalog.py",
    "shared/catalog/asked.py",
    "shared/catalog/browse.py",
    "shared/catalog/changes.py",
    "shared/catalog/desk.py",
    "shared/catalog/dossiers/*",
    "shared/catalog/lint.py",
    "shared/catalog/page.py",
    "shared/catalog/procedure.py",
    "shared/catalog/reading/*",
    "shared/catalog/search/*",
    "shared/catalog/sources/*",
    "shared/domain/*",
    "shared/config/*",
    "shared/protocol/codec.py",
    "shared/protocol/session.py",
    "shared/hub/alarms.py",
    "shared/hub/batch.py",
    "shared/hub/replies.py",
    "shared/hub/topics.py",
    "shared/i18n/*",
    "shared/identity/backoff.py",
    "shared/identity/gate.py",
    "shared/identity/pairing.py",
    "shared/identity/pake.py",
    "shared/identity/registry.py",
    "shared/identity/window.py",
    "shared/printing/address.py",
    "shared/printing/asking.py",
    "shared/printing/commands.py",
    "shared/printing/desk.py",
    "shared/printing/dialogue.py",
    "shared/printing/escpos.py",
    "shared/printing/fitting.py",
    "shared/printing/handing.py",
    "shared/printing/job.py",
    "shared/printing/layout.py",
    "shared/printing/checklist.py",
    "shared/printing/paper.py",
    "shared/printing/probe.py",
    "shared/printing/sheets.py",
    "shared/printing/status.py",
    "shared/printing/ticket_words.py",
    "shared/printing/tools/in_words.py",
    "shared/printing/virtual/commands.py",
    "shared/printing/virtual/dots.py",
    "shared/printing/virtual/engine.py",
    "shared/printing/virtual/faults.py",
    "shared/printing/virtual/interpreter.py",
    "shared/printing/virtual/lettering.py",
    "shared/printing/virtual/listening.py",
    "shared/printing/virtual/mechanism.py",
    "shared/printing/virtual/printer.py",
    "shared/printing/virtual/profile.py",
    "shared/printing/virtual/real_time.py",
    "shared/printing/virtual/script.py",
    "shared/printing/virtual/status.py",
    "shared/printing/virtual/typeface.py",
    "shared/printing/virtual/undrawn.py",
    "shared/printing/virtual/voice.py",
    "shared/printing/virtual/wire.py",
    "shared/storage/chain.py",
    "shared/storage/verify.py",
    "shared/voice/phrases.py",
    "shared/vietnamese/*",
    "shared/voice/sound.py",
    "*/view_state.py",
    "kiosk/*_state.py",
    "kiosk/echo.py",
    "shared/ui/scanning.py",
    "kiosk/procedure_words.py",
    "*/panel_state.py",
    "*/sheets.py",
    "*/staff_sheets.py",
    "*/waiting_rows.py",
    "*/tiles.py",
    "*/alarm_words.py",
)


def main() -> int:
    """Return 1, with the lines that were missed, unless all branches were taken."""
    coverage = Coverage(branch=True)
    coverage.load()
    covered = coverage.report(include=list(PURE), show_missing=True, skip_covered=True)
    if covered < 100:
        print(f"the pure parts are tested to {covered:.2f} %; every branch is wanted")
        return 1
    print("the pure parts are tested in every branch")
    return 0


if __name__ == "__main__":
    sys.exit(main())

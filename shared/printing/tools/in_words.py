"""What a printer can tell, how it is and how a job ended, in plain English for technicians. Pure.

Citizens and officers read the catalogue's words instead.
"""

from shared.domain.slips import PrintOutcome, Proof
from shared.printing.asking import Abilities, PrinterNow
from shared.printing.job import Ended
from shared.printing.status import Trouble

TROUBLES = {
    Trouble.PAPER_END: "the paper has run out",
    Trouble.COVER_OPEN: "the cover is open",
    Trouble.CUTTER_JAM: "the cutter is jammed",
    Trouble.BROKEN: "it says that it is broken",
    Trouble.HOT: "the head is too hot; it rests",
    Trouble.OFFLINE: "it is off-line",
    Trouble.PAPER_LOW: "too little paper is left for a whole slip",
    Trouble.SILENT: "it does not answer",
    Trouble.BUSY: "it takes nothing: full, busy with somebody else, or not at this address",
    Trouble.AWAY: "there is no way to it: unplugged, switched off, or a wrong address",
}

PROOFS = {
    Proof.PROCESS_ID: "the printer says when each slip is out and cut (GS ( H)",
    Proof.RESPONSE: "the printer says when it has done all before (GS r)",
    Proof.STATUS: "the printer only says how it is; a slip counts as out if it is well afterwards",
    Proof.ASSUMED: "the printer says nothing; a slip is assumed to be out after its time",
}

OUTCOMES = {
    PrintOutcome.PRINTED: "printed",
    PrintOutcome.NOT_SENT: "not sent: nothing of it went to the printer",
    PrintOutcome.NO_COMPLETE_TICKET: "no complete ticket: a part may hang from the printer",
    PrintOutcome.UNKNOWN: "unknown: look whether it came out",
}


def abilities_in_words(can: Abilities) -> str:
    """Return what a printer answers."""
    known = {
        "status at any time (DLE EOT)": can.real_time,
        "status by itself (GS a)": can.automatic,
        "status in turn (GS r)": can.in_turn,
        "job ids (GS ( H)": can.process_id,
    }
    return ", ".join(name for name, answers in known.items() if answers) or "nothing"


def state_in_words(now: PrinterNow) -> str:
    """Return how a printer is."""
    if now.trouble is not None:
        return TROUBLES[now.trouble]
    if now.slips_left is not None:
        return f"ready; paper near its end, about {now.slips_left} slips left"
    return "ready" if not now.can.mute else "ready, as far as a printer that says nothing can be"


def end_in_words(ended: Ended) -> str:
    """Return how a job ended."""
    if ended.proof is not None:
        return f"{OUTCOMES[ended.outcome]}; {PROOFS[ended.proof]}"
    why = f" ({TROUBLES[ended.trouble]})" if ended.trouble else ""
    return OUTCOMES[ended.outcome] + why

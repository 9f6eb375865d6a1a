"""What is said aloud of a key: the letter, the word that a tone changed, or its end. Pure."""

from shared.i18n import Words

SIGNS = {
    " ": "space", "-": "sign_dash", "/": "sign_slash", ".": "sign_dot", ",": "sign_comma",
    "?": "sign_question",
}  # fmt: skip


def echo(before: str, after: str, words: Words, *, hidden: bool = False) -> str:
    """Return what to say when a typed line has changed, "" when all of it is gone.

    Of a ``hidden`` line only how much is typed is said: others hear it too.
    """
    if len(after) < len(before):
        return words.text("keyboard.erase") if after or len(before) == 1 else ""
    if hidden:
        return words.text("keyboard.typed", count=len(after))
    if not after.startswith(before):
        return after.split()[-1]
    typed = after[-1]
    return words.text(f"keyboard.{SIGNS[typed]}") if typed in SIGNS else typed

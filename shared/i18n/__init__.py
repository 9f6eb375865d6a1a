"""People's words, by key and language; Vietnamese first, English whole.

The words are in catalogue/<language>/<part>.toml. Nothing here knows Qt or the network.
"""

from shared.i18n.words import Words, languages, names_in

__all__ = ["Words", "languages", "names_in"]

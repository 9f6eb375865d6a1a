"""People's words, by key and language; Vietnamese first, English whole.

The words are in catalogue/<language>/<part>.toml. Nothing here knows Qt or the network.
"""

from shared.i18n.words import BadPack, Words, languages, missing, names_in, use_packs

__all__ = ["BadPack", "Words", "languages", "missing", "names_in", "use_packs"]

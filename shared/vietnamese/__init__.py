"""How Vietnamese is written: letters, tones, and what the keys of Telex and VNI make of them.

Pure, and without any word list: rules only. letters takes a letter apart, syllables knows
where a tone stands, composing turns keys into words.
"""

"""Calls spoken aloud from clips: phrases say which, joining makes one sound, player plays it.

The clips are made once by build_clips; a folder of human recordings replaces them one by one.
"""

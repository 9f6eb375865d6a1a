"""What is said, word for word."""

import pytest

from shared.voice.phrases import SPOKEN, clips_needed, phrase, spoken_words


def said(number: str, counter: str, *languages: str) -> str:
    words = [spoken_words(clip) for clip in phrase(number, counter, languages)]
    return " ".join(word for word in words if word)


def test_a_call_in_vietnamese_is_spelled_digit_by_digit() -> None:
    assert said("A012", "3", "vi") == "Mời số a không một hai đến quầy số ba"


def test_fifteen_is_one_five_never_fifteen() -> None:
    assert said("B015", "12", "vi") == "Mời số bê không một năm đến quầy số một hai"


def test_english_follows_vietnamese_after_one_chime() -> None:
    clips = phrase("A001", "1", ("vi", "en"))
    assert clips.count("chime") == 1
    assert clips[0] == "chime"
    assert said("A001", "1", "en") == "Number A zero zero one please go to counter one"


def test_what_cannot_be_spoken_is_left_out() -> None:
    assert said("A-1", "2", "vi") == "Mời số a một đến quầy số hai"


@pytest.mark.parametrize("language", SPOKEN)
def test_every_clip_of_a_call_is_among_those_needed(language: str) -> None:
    needed = set(clips_needed((language,)))
    assert set(phrase("AĐZ0123456789", "ĐX9", (language,))) <= needed


@pytest.mark.parametrize("language", SPOKEN)
def test_the_speech_engine_is_never_given_a_digit(language: str) -> None:
    assert not any(letter.isdigit() for words in SPOKEN[language].values() for letter in words)

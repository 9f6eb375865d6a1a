"""The word tables: shipped ones are whole, a hall's own are laid over them."""

from importlib.resources import files

import pytest

from shared.catalog.search.phrases import Phrasebook
from shared.catalog.search.tables import (
    SHIPPED,
    BadWordTable,
    Need,
    WordTables,
    shipped_tables,
    with_table,
)

BIRTH = Need("birth", ("1.001193",), "Đăng ký khai sinh", ("khai sinh",))
TABLES = WordTables(needs=(BIRTH,), same={"chet": ("chết",)}, short={"ks": "khai sinh"})
ASK = """
[[question]]
id = "paper"
ask = {vi = "Việc nào?", en = "Which?"}
say = ["giấy"]
choices = [{needs = ["birth"], text = {vi = "Khai sinh", en = "Birth"}}]
"""
MATTER = """
[[elsewhere]]
id = "divorce"
what = {vi = "Ly hôn"}
where = {vi = "Tòa án"}
say = ["ly hôn"]
"""


def test_every_file_of_words_is_shipped() -> None:
    folder = files("shared.catalog") / "words"
    found = {each.name for each in folder.iterdir() if each.name.endswith(".toml")}
    found |= {f"needs/{each.name}" for each in (folder / "needs").iterdir()}
    assert found == set(SHIPPED)


def test_the_shipped_tables_speak_both_languages() -> None:
    tables = shipped_tables()
    names = [matter.what for matter in tables.elsewhere]
    names += [matter.where for matter in tables.elsewhere]
    names += [question.ask for question in tables.questions]
    names += [event.name for event in tables.events]
    names += [choice.text for question in tables.questions for choice in question.choices]
    assert [each for each in names if not (each.get("vi") and each.get("en"))] == []


def test_no_word_of_the_shipped_groups_stands_twice() -> None:
    words = [word for words in shipped_tables().same.values() for word in words]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_every_saying_says_something_beside_fillers() -> None:
    tables = shipped_tables()
    book = Phrasebook(tables)
    said = [(need.id, saying) for need in tables.needs for saying in need.say]
    said += [(matter.id, saying) for matter in tables.elsewhere for saying in matter.say]
    said += [(question.id, saying) for question in tables.questions for saying in question.say]
    assert [each for each in said if not book.exact(each[1])] == []


def test_weak_groups_are_groups() -> None:
    assert shipped_tables().weak <= shipped_tables().same.keys()


def test_every_need_says_something_and_has_a_name() -> None:
    needs = shipped_tables().needs
    assert [need.id for need in needs if not (need.say and need.official and need.codes)] == []


def test_a_hall_adds_sayings_to_a_need_and_words_to_a_group() -> None:
    text = """
    [[need]]
    id = "birth"
    codes = ["1.999999"]
    official = "Đăng ký khai sinh"
    say = ["đăng ký đẻ"]

    [same]
    chet = ["khuất núi"]
    ma = ["con ma"]

    [short]
    kt = "khai tử"

    [filler]
    words = ["ạ"]
    weak = ["ma"]
    """
    tables = with_table(TABLES, text, "words.toml")
    said = ("khai sinh", "đăng ký đẻ")
    assert tables.needs == (Need("birth", ("1.999999",), "Đăng ký khai sinh", said),)
    assert tables.same == {"chet": ("chết", "khuất núi"), "ma": ("con ma",)}
    assert tables.short == {"ks": "khai sinh", "kt": "khai tử"}
    assert (tables.filler, tables.weak) == (("ạ",), frozenset({"ma"}))


def test_a_hall_leaves_out_what_it_does_itself() -> None:
    tables = with_table(TABLES, MATTER, "words.toml")
    assert [matter.id for matter in tables.elsewhere] == ["divorce"]
    assert with_table(tables, 'remove = ["divorce", "birth"]', "words.toml") == WordTables(
        same=TABLES.same, short=TABLES.short
    )


def test_a_question_needs_needs_that_are_there() -> None:
    assert with_table(TABLES, ASK, "words.toml").questions[0].choices[0].needs == ("birth",)
    with pytest.raises(BadWordTable, match=r"words\.toml: question paper: no need 'birth'"):
        with_table(WordTables(), ASK, "words.toml")


def test_a_hall_has_its_own_life_events() -> None:
    event = '[[event]]\nid = "baby"\nname = {vi = "Em bé"}\nneeds = ["birth"]\n'
    tables = with_table(TABLES, f'popular = ["birth"]\n{event}', "words.toml")
    assert ([each.id for each in tables.events], tables.popular) == (["baby"], ("birth",))
    assert with_table(tables, 'remove = ["baby"]', "words.toml").events == ()
    again = with_table(tables, event.replace("Em bé", "Trẻ em"), "words.toml")
    assert [each.name["vi"] for each in again.events] == ["Trẻ em"]
    for bad in ('popular = ["none"]', event.replace('"birth"', '"none"')):
        with pytest.raises(BadWordTable, match="no need 'none'"):
            with_table(TABLES, bad, "words.toml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[need", "words.toml: "),
        ("[[need]]\nsay = []", "id"),
        ('[[need]]\nid = "a"\nsay = "khai sinh"', r"\$.need\[0\].say"),
        ("[sam]\na = []", "sam"),
    ],
)
def test_a_bad_table_is_refused_with_its_place(text: str, told: str) -> None:
    with pytest.raises(BadWordTable, match=told):
        with_table(TABLES, text, "words.toml")

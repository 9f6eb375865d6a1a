"""The search over a catalogue, with the tables of a small hall and with the shipped ones."""

from shared.catalog.answer import Answer, Choice, Elsewhere, Question
from shared.catalog.catalog import Catalog, catalog_of
from shared.catalog.procedure import Procedure
from shared.catalog.search.search import Search
from shared.catalog.search.tables import WordTables, with_table

TEXT = """
[[need]]
id = "birth"
codes = ["1.000001", "1.000003"]
say = ["khai sinh", "sinh con", "đăng ký khai sinh"]

[[need]]
id = "copy"
codes = ["1.000003"]
say = ["bản sao khai sinh"]

[[need]]
id = "gone"
codes = ["9.999999"]
say = ["việc đã bỏ"]

[[question]]
id = "paper"
ask = {vi = "Ông/bà cần việc nào?"}
say = ["giấy khai sinh"]
choices = [
    {needs = ["birth"], text = {vi = "Đăng ký"}},
    {needs = ["copy"], text = {vi = "Bản sao"}},
    {needs = ["gone"], text = {vi = "Không còn"}},
]

[[question]]
id = "one-way"
ask = {vi = "Một đường?"}
say = ["khai tử"]
choices = [{needs = ["copy"], text = {vi = "Bản sao"}}, {needs = ["gone"], text = {vi = "Hết"}}]

[[elsewhere]]
id = "licence"
what = {vi = "Bằng lái xe"}
where = {vi = "Công an tỉnh"}
say = ["bằng lái xe", "giấy phép lái xe"]
"""
PROCEDURES = (
    Procedure("1.000001", "Thủ tục đăng ký khai sinh", levels=("commune",)),
    Procedure("1.000002", "Thủ tục đăng ký khai tử", former_codes=("1.000022",)),
    Procedure("1.000003", "Cấp bản sao giấy khai sinh", levels=("commune", "province")),
    Procedure("2.000004", "Cấp giấy phép lái xe quốc tế", levels=("province",)),
)
CATALOG = catalog_of(PROCEDURES)
TABLES = with_table(WordTables(), TEXT, "words.toml")
SEARCH = Search(CATALOG, TABLES)


def test_what_people_say_leads_to_the_procedure() -> None:
    answer = SEARCH.answer("sinh con")
    assert (answer.codes, answer.best) == (("1.000001", "1.000003"), 2)


def test_only_what_fits_nearly_as_well_is_shown_large() -> None:
    answer = SEARCH.answer("bản sao giấy khai sinh")
    assert (answer.codes, answer.best) == (("1.000003", "1.000001"), 1)


def test_a_name_is_found_while_it_is_typed() -> None:
    assert SEARCH.answer("đăng ký khai t").codes[0] == "1.000002"
    assert SEARCH.answer("dang ky khai tu ").codes[0] == "1.000002"


def test_no_more_than_three_are_the_best() -> None:
    names = ["khai sinh", "khai sinh lại", "khai sinh lưu động", "khai sinh trễ hạn", "khai tử"]
    many = catalog_of(tuple(Procedure(f"1.00000{n}", name) for n, name in enumerate(names)))
    answer = Search(many, WordTables()).answer("khai sinh")
    assert (answer.codes[0], len(answer.codes), answer.best) == ("1.000000", 4, 3)


def test_words_that_fit_several_needs_are_asked_back() -> None:
    answer = SEARCH.answer("giấy khai sinh")
    choices = (
        Choice({"vi": "Đăng ký"}, ("1.000001", "1.000003")),
        Choice({"vi": "Bản sao"}, ("1.000003",)),
    )
    assert answer.question == Question({"vi": "Ông/bà cần việc nào?"}, choices)
    assert answer.codes[:2] == ("1.000001", "1.000003")


def test_a_question_with_one_answer_left_is_not_asked() -> None:
    assert SEARCH.answer("khai tử").question is None


def test_what_is_not_done_here_is_sent_elsewhere() -> None:
    licence = Elsewhere("licence", {"vi": "Bằng lái xe"}, {"vi": "Công an tỉnh"})
    assert SEARCH.answer("đổi bằng lái xe") == Answer("đổi bằng lái xe", out_of_scope=licence)


def test_what_may_be_meant_too_is_shown_below_the_other_office() -> None:
    answer = SEARCH.answer("đăng ký khai sinh bằng lái xe")
    assert answer.out_of_scope is not None
    assert answer.codes[0] == "1.000001"


def test_a_hall_that_does_it_itself_shows_it() -> None:
    answer = Search(CATALOG, TABLES, level="province").answer("giấy phép lái xe quốc tế")
    assert (answer.codes[:1], answer.out_of_scope) == (("2.000004",), None)
    assert SEARCH.answer("giấy phép lái xe").out_of_scope is not None


def test_what_nobody_knows_has_no_answer() -> None:
    for query in ("", " ?", "zzzz qqqq", "a"):
        assert SEARCH.answer(query) == Answer(query)


def test_codes_are_found_as_typed_by_their_tail_and_by_former_ones() -> None:
    assert SEARCH.answer("1000002").codes == ("1.000002",)
    assert SEARCH.answer("000004").codes == ("2.000004",)
    assert SEARCH.answer("1.000022").codes == ("1.000002",)
    assert SEARCH.answer("1.999999") == Answer("1.999999")
    assert SEARCH.answer("tiền 5 000 000 khai sinh").codes[0] == "1.000001"
    assert Search(CATALOG).answer("mã 1.001193").codes == ("1.000001",)


def test_a_dossier_code_goes_to_the_dossier_lookup() -> None:
    answer = SEARCH.answer("H48.16-261103-0012")
    assert answer == Answer("H48.16-261103-0012", dossier_code="H48.16-261103-0012")
    shipped = Search(CATALOG).answer("H48.16-261103-0012")
    assert shipped.out_of_scope is not None
    assert (shipped.out_of_scope.id, shipped.dossier_code) == ("dossier", "H48.16-261103-0012")


def test_an_empty_catalogue_answers_nothing() -> None:
    empty = Search(Catalog((), ""), WordTables())
    assert empty.answer("khai sinh") == Answer("khai sinh")


def test_the_shipped_tables_know_how_people_speak_whatever_the_codes() -> None:
    search = Search(CATALOG)
    assert search.answer("vợ mới đẻ").codes == ("1.000001",)
    death = catalog_of((Procedure("1.000656", "Thủ tục đăng ký khai tử"),))
    for query in ("ba toi moi mat", "ông nội qua đời", "giấy báo tửw", "dead father"):
        assert Search(death).answer(query).codes == ("1.000656",), query

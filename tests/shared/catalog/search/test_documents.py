"""Documents of a catalogue, and which procedures they lead to."""

from shared.catalog.catalog import catalog_of
from shared.catalog.procedure import Procedure
from shared.catalog.search.documents import (
    all_words,
    codes_of_targets,
    documents,
    elsewhere_target,
    name_target,
    need_target,
    question_target,
)
from shared.catalog.search.phrases import Phrasebook
from shared.catalog.search.tables import AskedBack, Matter, Need, WordTables

TABLES = WordTables(
    needs=(
        Need("birth", ("1.000001", "1.000009"), "Đăng ký khai sinh", ("khai sinh", "sinh con")),
        Need("death", ("1.000099",), "Đăng ký khai tử", ("chết",)),
        Need("gone", ("1.000098",), "Việc đã bỏ", ("bỏ",)),
    ),
    questions=(AskedBack("which", {"vi": "Việc nào?"}, ("giấy",), ()),),
    elsewhere=(Matter("court", {"vi": "Ly hôn"}, {"vi": "Tòa án"}, ("ly hôn",)),),
    same={"dead": ("qua đời",)},
    filler=("muốn",),
)
CATALOG = catalog_of(
    (
        Procedure("1.000001", "Thủ tục đăng ký khai sinh", aliases=("làm khai sanh",)),
        Procedure("1.000002", "Thủ tục đăng ký khai tử (cấp xã)", {"en": "Death"}),
    )
)


def test_sayings_and_names_become_documents() -> None:
    found = [(each.target, each.bag) for each in documents(CATALOG, TABLES, Phrasebook(TABLES))]
    assert found[:3] == [("need birth", False), ("need birth", False), ("need birth", True)]
    assert found[-4:] == [
        ("name 1.000001", False),
        ("name 1.000001", False),
        ("name 1.000002", False),
        ("name 1.000002", False),
    ]
    targets = {target for target, _ in found}
    assert {question_target("which"), elsewhere_target("court"), name_target("1.000001")} <= targets


def test_a_need_leads_to_its_codes_or_to_the_procedure_of_its_name() -> None:
    codes = codes_of_targets(CATALOG, TABLES)
    assert codes[need_target("birth")] == ("1.000001",)
    assert codes[need_target("death")] == ("1.000002",)
    assert codes[need_target("gone")] == ()
    assert codes[name_target("1.000002")] == ("1.000002",)


def test_every_word_said_anywhere_is_known() -> None:
    words = {word.folded for word in all_words(CATALOG, TABLES)}
    assert {
        "khai",
        "sanh",
        "death",
        "chet",
        "giai",
        "giay",
        "ly",
        "hon",
        "doi",
        "muon",
    } - words == {
        "giai",
        "ly",
    }

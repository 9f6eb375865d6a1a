"""``motcua search``: the same answers as on the screen."""

import json
from pathlib import Path

import pytest

from shared.catalog.catalog import catalog_of
from shared.catalog.procedure import Procedure
from shared.catalog.search_command import main
from shared.catalog.store import CatalogStore

CATALOG = [
    {"code": "1.001193", "name": "Thủ tục đăng ký khai sinh", "short_name": "Khai sinh"},
    {"code": "2.000635", "name": "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh"},
]


@pytest.fixture
def catalog(tmp_path: Path) -> str:
    path = tmp_path / "catalog.json"
    path.write_text(json.dumps(CATALOG), encoding="utf-8")
    return str(path)


def test_answers_are_told_in_lines(catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dang ky khai sinhf", "--catalog", catalog]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "* 1.001193  Khai sinh"


def test_a_question_is_asked_back(catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["giấy khai sinh", "--catalog", catalog]) == 0
    assert capsys.readouterr().out.startswith(
        "? Giấy khai sinh: ông/bà cần việc nào?\n    Đăng ký khai sinh cho trẻ: 1.001193\n"
    )


def test_json_has_the_codes_in_order(catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["giấy khai sinh", "--catalog", catalog, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["query", "codes", "best", "question", "out_of_scope", "dossier_code"]
    assert (found["query"], found["codes"]) == ("giấy khai sinh", ["1.001193", "2.000635"])
    assert found["question"]["text"]["en"] == "Birth certificate: what do you need?"
    assert found["question"]["choices"][0]["codes"] == ["1.001193"]
    assert found["out_of_scope"] is None


def test_what_is_not_done_here_is_told(catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ly hôn", "--catalog", catalog]) == 0
    assert "→ Tòa án nhân dân khu vực" in capsys.readouterr().out
    assert main(["ly hôn", "--catalog", catalog, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["codes"], found["out_of_scope"]["id"]) == ([], "divorce")


def test_a_dossier_code_is_known(catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["H48.16-261103-0012", "--catalog", catalog]) == 0
    assert capsys.readouterr().out == "the code of a dossier: H48.16-261103-0012\n"


def test_nothing_found_is_told_and_is_1(catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["qqqq zzzz", "--catalog", catalog]) == 1
    assert capsys.readouterr().out == "nothing found\n"


def test_a_file_of_queries_is_answered_in_its_order(
    catalog: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    queries = tmp_path / "queries.txt"
    queries.write_text("khai sinh\n\nbản sao khai sinh\n", encoding="utf-8")
    assert main(["--file", str(queries), "--catalog", catalog]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [each["query"] for each in found] == ["khai sinh", "", "bản sao khai sinh"]
    assert [each["codes"][:1] for each in found] == [["1.001193"], [], ["2.000635"]]


def test_an_imported_catalogue_is_found_in_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported = catalog_of((Procedure("1.000001", "Thả diều"),))
    CatalogStore(tmp_path / "catalogue").replace(imported)
    for folder in (tmp_path, tmp_path / "catalogue"):
        assert main(["thả diều", "--catalog", str(folder)]) == 0
        assert capsys.readouterr().out == "* 1.000001  Thả diều\n"


def test_without_a_catalogue_the_sample_answers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["đăng ký kết hôn", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["codes"][0] == "1.000894"


def test_a_hall_tries_its_own_words(
    catalog: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = tmp_path / "words.toml"
    words.write_text('[same]\nkhai-sinh = ["giấy con"]\n', encoding="utf-8")
    assert main(["giấy con", "--catalog", catalog, "--words", str(words), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["codes"][0] == "1.001193"


@pytest.mark.parametrize("option", ["--catalog", "--words", "--file"])
def test_unusable_input_is_told_and_is_2(
    option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [option, str(tmp_path / "none.json")]
    assert main(arguments if option == "--file" else ["khai sinh", *arguments]) == 2
    assert "none.json" in capsys.readouterr().err


def test_a_folder_without_a_catalogue_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["khai sinh", "--catalog", str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err

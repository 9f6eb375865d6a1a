"""``motcua import``: shown before it is done, whole or not at all."""

import json
from pathlib import Path

import pytest

from shared.catalog.import_command import main
from shared.catalog.store import CatalogStore

ROWS: list[dict[str, object]] = [
    {"code": "1.000001", "name": "Thả diều", "level": "xã", "documents": ["Đơn"], "fee_vnd": 25},
    {"code": "1.000002", "name": "Bán diều", "level": "tỉnh", "processing_days": 1},
]


def written(folder: Path, rows: list[dict[str, object]], name: str = "a.json") -> str:
    path = folder / name
    path.write_text(json.dumps(rows), encoding="utf-8")
    return str(path)


def stored(folder: Path) -> list[str]:
    catalog = CatalogStore(folder / "catalogue").load()
    return [procedure.code for procedure in catalog.procedures] if catalog else []


def test_a_file_becomes_the_catalogue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([written(tmp_path, ROWS), "--data", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "+ 1.000001\n+ 1.000002\n2 added, 0 removed, 0 changed, 0 the same, 3 warnings\n" in out
    assert "warning: small-fee: 1\n  1.000001: a fee of 25 đồng can hardly be meant\n" in out
    assert "imported: 2 procedures, version " in out
    assert stored(tmp_path) == ["1.000001", "1.000002"]


def test_a_dry_run_shows_and_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([written(tmp_path, ROWS), "--data", str(tmp_path)])
    changed: list[dict[str, object]] = [
        ROWS[0] | {"name": "Thả diều giấy"},
        {"code": "1.000003", "name": "Vẽ diều"},
    ]
    capsys.readouterr()
    assert main([written(tmp_path, changed), "--data", str(tmp_path), "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "+ 1.000003\n- 1.000002\n~ 1.000001: name\n1 added, 1 removed, 1 changed" in out
    assert out.endswith("nothing was changed\n")
    assert stored(tmp_path) == ["1.000001", "1.000002"]


def test_without_a_folder_it_can_only_show(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([written(tmp_path, ROWS)]) == 0
    assert capsys.readouterr().out.endswith("nothing was changed: name a folder with --data\n")


def test_a_file_with_faults_leaves_the_old_catalogue(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([written(tmp_path, ROWS), "--data", str(tmp_path)])
    capsys.readouterr()
    bad: list[dict[str, object]] = [*ROWS, {"code": "x", "name": "A"}]
    assert main([written(tmp_path, bad), "--data", str(tmp_path)]) == 1
    told = "procedure 3: code: 'x' is not a code like 1.001193\nnot imported: 1 fault\n"
    assert capsys.readouterr().out == told
    assert stored(tmp_path) == ["1.000001", "1.000002"]


def test_long_lists_are_cut_unless_all_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = written(tmp_path, [{"code": str(number)} for number in range(30)])
    assert main([bad]) == 1
    assert "… and 10 more\nnot imported: 30 faults" in capsys.readouterr().out
    assert main([bad, "--all"]) == 1
    assert "procedure 30: " in capsys.readouterr().out


def test_added_to_what_is_there_or_only_one_level(tmp_path: Path) -> None:
    main([written(tmp_path, ROWS), "--data", str(tmp_path), "--only", "commune"])
    assert stored(tmp_path) == ["1.000001"]
    more = written(tmp_path, [{"code": "1.000003", "name": "Vẽ diều"}])
    main([more, "--data", str(tmp_path), "--add"])
    assert stored(tmp_path) == ["1.000001", "1.000003"]


def test_unknown_columns_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([written(tmp_path, [ROWS[0] | {"màu": "đỏ"}])])
    assert "warning: column “màu” is not known and was left out\n" in capsys.readouterr().out


def test_a_template_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "template.xlsx"
    assert main(["--template", str(path)]) == 0
    assert path.exists()
    assert capsys.readouterr().out == f"wrote {path}\n"


def test_unusable_input_is_told_and_is_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 2
    assert main([str(tmp_path / "none.json")]) == 2
    (tmp_path / "file").write_text("")
    assert main([written(tmp_path, ROWS), "--data", str(tmp_path / "file")]) == 2
    assert "cannot read" in capsys.readouterr().err


def test_a_disk_that_refuses_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "catalogue" / "catalogue.json.gz.new").mkdir(parents=True)
    assert main([written(tmp_path, ROWS), "--data", str(tmp_path)]) == 2
    assert "cannot write" in capsys.readouterr().err

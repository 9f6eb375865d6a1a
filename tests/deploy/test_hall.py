"""``motcua hall`` before anything is started."""

from pathlib import Path

import pytest

from deploy.hall import main


def test_help_speaks_of_both_ways_to_start_a_hall(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert "usage: motcua hall" in told
    assert "deploy/run takes the same options" in told


def test_a_bad_hall_file_is_refused_with_its_mistakes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hall = tmp_path / "hall.toml"
    hall.write_text('[hall]\nnmae = "Bộ phận Một cửa"\n', encoding="utf-8")
    assert main(["--hall", str(hall), "--headless"]) == 2
    assert "nmae" in capsys.readouterr().err

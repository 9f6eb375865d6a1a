"""``motcua languages``."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.languages import main
from shared.i18n import use_packs


@pytest.fixture(autouse=True)
def no_packs_afterwards() -> Iterator[None]:
    yield
    use_packs(None)


def test_our_own_languages_are_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out == "vi  Tiếng Việt: whole\nen  English: whole\n"


def test_what_a_pack_lacks_is_listed_with_its_vietnamese(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bdq").mkdir()
    (tmp_path / "bdq" / "common.toml").write_text('language_name = "Bahnar"\n', encoding="utf-8")
    assert main([str(tmp_path), "--only", "bdq"]) == 0
    first, *lacks = capsys.readouterr().out.splitlines()
    assert first.startswith("bdq  Bahnar: ")
    assert "    common.back = Quay lại" in lacks


def test_a_pack_that_cannot_be_used_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bdq").mkdir()
    (tmp_path / "bdq" / "common.toml").write_text("back =", encoding="utf-8")
    assert main([str(tmp_path)]) == 2
    assert "common.toml" in capsys.readouterr().err
    assert main([str(tmp_path / "nowhere")]) == 2

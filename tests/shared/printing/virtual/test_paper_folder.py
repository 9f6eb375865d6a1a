"""Each piece of paper is kept as a picture, named for how it came."""

from pathlib import Path

from PIL import Image

from shared.printing.picture import Picture
from shared.printing.virtual.mechanism import Ending, Slip
from shared.printing.virtual.paper_folder import PaperFolder


def test_pictures_are_numbered_as_the_paper_came(tmp_path: Path) -> None:
    folder = PaperFolder(tmp_path / "new" / "out")
    for ending in (Ending.PARTIAL, Ending.TORN, Ending.CUT):
        folder.keep(Slip(Picture(16, 2, b"\xff\x00\x00\xff"), 1, ending, 0))
    kept = sorted((tmp_path / "new" / "out").iterdir())
    assert [path.name for path in kept] == ["ticket-001.png", "ticket-003.png", "torn-002.png"]
    with Image.open(kept[0]) as image:
        assert image.tobytes() == b"\x00\xff\xff\x00"

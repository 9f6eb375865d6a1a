"""What is wrong with a screen: words cut, out of sight or of their card, things upon each other.

Text that is elided says so with its dots and is not wrong; neither is what a list has
scrolled away. Covered pages below a sheet are not compared with it.
"""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow

from shared.ui.rehearsal import items

# Asked in QML, for Python cannot read Text's own enumerations.
INK = """Qt.rect(
    effectiveHorizontalAlignment === Text.AlignRight ? width - paintedWidth
        : effectiveHorizontalAlignment === Text.AlignHCenter ? (width - paintedWidth) / 2 : 0,
    verticalAlignment === Text.AlignBottom ? height - paintedHeight
        : verticalAlignment === Text.AlignVCenter ? (height - paintedHeight) / 2 : 0,
    paintedWidth, paintedHeight)"""
NEAR_GENERATIONS = 3
SLACK = 1.0


def layout_faults(window: QQuickWindow) -> list[str]:
    """Return what is wrong, a line each; empty if nothing is."""
    texts = [item for item in items(window) if _is_text(item) and item.opacity() > 0]
    alone = [fault for item in texts if (fault := _fault_of(item, window))]
    together = [
        f"{_words(one)!r} lies upon {_words(other)!r}"
        for one, other in combinations(texts, 2)
        if _are_near(one, other) and _overlap(one, other)
    ]
    controls = [item for item in items(window) if _is_control(item)]
    covered = [
        f"{_words(one)!r} lies upon the control {_words(control)!r}"
        for control in controls
        for one in (*texts, *controls)
        if _are_apart(one, control) and _is_upon(one, control)
    ]
    return alone + together + covered


def painted_place(item: QQuickItem) -> QRectF:
    """Return where a text's ink is in its window, not merely its box; lines by their height."""
    context = qmlContext(item)
    assert context is not None
    ink, _ = QQmlExpression(context, item, INK).evaluate()
    place = QRectF(ink)
    if item.property("lineCount") == 1:
        font = QFont(item.property("font"))
        # The size it has, which is smaller than the size it asks for where it must fit.
        size, _ = QQmlExpression(context, item, "fontInfo.pixelSize").evaluate()
        font.setPixelSize(int(size))
        metrics = QFontMetricsF(font)
        tight = metrics.tightBoundingRect(_words(item))
        place.moveTop(place.top() + metrics.ascent() + tight.top())
        place.setHeight(tight.height())
    return item.mapRectToScene(place)


def _is_text(item: QQuickItem) -> bool:
    # Asking for metaObject() instead would leave wrappers of dead ones behind.
    return bool(item.property("text")) and item.property("paintedWidth") is not None


def _is_control(item: QQuickItem) -> bool:
    return item.property("down") is not None and item.opacity() > 0 and _clipper(item) is None


def _are_apart(one: QQuickItem, control: QQuickItem) -> bool:
    """Tell whether neither belongs to the other, and none is on a sheet that covers the other."""
    mine, its = [one, *_ancestors(one)], [control, *_ancestors(control)]
    if one in its or control in mine or _clipper(one) is not None:
        return False
    sheets = [(above, control) for above in mine if above not in its and _is_card(above)]
    sheets += [(above, one) for above in its if above not in mine and _is_card(above)]
    return not any(_place(sheet).contains(_place(below)) for sheet, below in sheets)


def _is_upon(one: QQuickItem, control: QQuickItem) -> bool:
    place = painted_place(one) if _is_text(one) and not _is_control(one) else _place(one)
    shared = place.intersected(_place(control))
    return shared.width() > SLACK and shared.height() > SLACK


def _place(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(item.boundingRect())


def _words(item: QQuickItem) -> str:
    return str(item.property("text"))


def _fault_of(item: QQuickItem, window: QQuickWindow) -> str:
    if _clipper(item) is not None:
        return ""
    if not item.property("truncated"):
        if float(item.property("paintedWidth")) > item.width() + SLACK:
            return f"{_words(item)!r} is wider than its place"
        if float(item.property("paintedHeight")) > item.height() + SLACK:
            return f"{_words(item)!r} is higher than its place"
    place = painted_place(item)
    if not _widened(QRectF(0, 0, window.width(), window.height())).contains(place):
        return f"{_words(item)!r} leaves the window"
    card = next((above for above in _ancestors(item) if _is_card(above)), None)
    if card is not None and not _widened(card.mapRectToScene(card.boundingRect())).contains(place):
        return f"{_words(item)!r} leaves its card"
    return ""


def _widened(place: QRectF) -> QRectF:
    return place.adjusted(-SLACK, -SLACK, SLACK, SLACK)


def _is_card(item: QQuickItem) -> bool:
    """Tell whether this is a painted rectangle, which people take for what belongs together."""
    colour = item.property("color")
    return isinstance(colour, QColor) and colour.alpha() > 0 and item.property("radius") is not None


def _ancestors(item: QQuickItem) -> Iterator[QQuickItem]:
    above = item.parentItem()
    while above is not None:
        yield above
        above = above.parentItem()


def _clipper(item: QQuickItem) -> QQuickItem | None:
    return next((above for above in _ancestors(item) if above.clip()), None)


def _are_near(one: QQuickItem, other: QQuickItem) -> bool:
    """Tell whether two texts belong together: they have a close ancestor in common."""
    mine = list(_ancestors(one))[:NEAR_GENERATIONS]
    return any(above in mine for above in list(_ancestors(other))[:NEAR_GENERATIONS])


def _overlap(one: QQuickItem, other: QQuickItem) -> bool:
    shared = painted_place(one).intersected(painted_place(other))
    return shared.width() > SLACK and shared.height() > SLACK

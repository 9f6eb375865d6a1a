// Tiles in columns that share the height, and scroll when there are too many for that.
import QtQuick
import Motcua

GridView {
    id: root

    required property var tiles
    required property int columns
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property int rows: Math.max(1, Math.ceil(count / columns))
    property real leastHeight: 190

    model: tiles
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentHeight > height + 1
    cellWidth: Math.floor(width / columns)
    cellHeight: Math.max(leastHeight * u, Math.min(260 * u, Math.floor(height / rows)))
    keyNavigationEnabled: false
    activeFocusOnTab: false
}

// Tiles in columns that share the height, and scroll when there are too many for that.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

GridView {
    id: root

    required property var tiles
    required property bool portrait
    readonly property int columns: portrait ? 1 : count > 8 && width > 1500 * u ? 3 : 2
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property int rows: Math.max(1, Math.ceil(count / columns))
    property real leastHeight: 150

    model: tiles
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentHeight > height + 1
    cellWidth: Math.floor(width / columns)
    cellHeight: Math.max(leastHeight * u, Math.min(260 * u, Math.floor(height / rows)))
    keyNavigationEnabled: false
    activeFocusOnTab: false

    Rectangle {
        // Shows that there is more below, and how far down one is.
        parent: root
        visible: root.interactive
        anchors.right: parent.right
        width: 10 * root.u
        radius: width / 2
        color: Theme.inkSoft
        y: root.visibleArea.yPosition * root.height
        height: root.visibleArea.heightRatio * root.height
    }
}

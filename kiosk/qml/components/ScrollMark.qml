// Shows that there is more, and how far one is.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Rectangle {
    id: root

    required property Flickable view
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    parent: view
    visible: view.interactive
    anchors.right: parent.right
    width: 10 * u
    radius: width / 2
    color: Theme.inkSoft
    y: view.visibleArea.yPosition * view.height
    height: view.visibleArea.heightRatio * view.height
}

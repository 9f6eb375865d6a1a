// Shows which control the keyboard would press.
pragma ComponentBehavior: Bound
import QtQuick

Rectangle {
    id: root

    required property Item target
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    anchors.fill: parent
    anchors.margins: -5 * u
    visible: target.activeFocus
    color: "transparent"
    radius: 18 * u
    border.color: Theme.focus
    border.width: Math.max(2, 4 * u)
}

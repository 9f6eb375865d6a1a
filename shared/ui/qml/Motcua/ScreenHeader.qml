// Whose hall this is, and what time it is.
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: root

    required property string unitAbove
    required property string hall
    required property string time
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    property color ink: Theme.ink
    property color inkSoft: Theme.inkSoft
    property real size: 44

    implicitHeight: names.implicitHeight

    Column {
        id: names
        anchors.left: parent.left
        anchors.right: clock.left
        anchors.rightMargin: 32 * root.u

        MText {
            width: parent.width
            text: root.unitAbove
            size: root.size * 0.62
            color: root.inkSoft
            maximumLineCount: 1
        }
        MText {
            width: parent.width
            text: root.hall
            size: root.size
            font.weight: Font.Bold
            color: root.ink
            maximumLineCount: 2
        }
    }
    NumberText {
        id: clock
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: root.time
        size: root.size * 1.3
        color: root.ink
    }
}

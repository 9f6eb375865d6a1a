// The printer's state in words, and what to do about it.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Rectangle {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    implicitHeight: words.implicitHeight + 40 * u
    color: Theme.card
    radius: 18 * u
    border.color: Theme.line
    border.width: Math.max(1, 2 * u)

    Column {
        id: words
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: 24 * root.u }
        spacing: 8 * root.u

        MText {
            objectName: "state"
            width: parent.width
            text: root.model.shown.state
            size: 30
            font.weight: Font.Bold
            color: root.model.shown.well ? Theme.good : Theme.accent
            maximumLineCount: 2
            Accessible.role: Accessible.AlertMessage
        }
        MText {
            objectName: "advice"
            width: parent.width
            height: 52 * root.u
            text: root.model.shown.advice
            size: 18
            maximumLineCount: 2
        }
        Banner {
            objectName: "also"
            width: parent.width
            text: root.model.shown.also
            size: 17
        }
    }
}

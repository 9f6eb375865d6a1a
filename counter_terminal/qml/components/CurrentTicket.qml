// The citizen called or served, and whether the last call was shown and spoken.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Rectangle {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property bool here: model.shown.current.number !== undefined
    readonly property bool warns: model.shown.lastCall.bad ?? false

    color: Theme.card
    radius: 12 * u
    border.color: Theme.line
    border.width: Math.max(1, u)

    MText {
        anchors.centerIn: parent
        width: parent.width - 32 * root.u
        visible: !root.here
        horizontalAlignment: Text.AlignHCenter
        text: root.model.shown.resting
        size: 26
        color: Theme.inkSoft
    }
    Column {
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: 14 * root.u }
        visible: root.here
        spacing: 2 * root.u

        Item {
            width: parent.width
            height: number.height

            NumberText {
                id: number
                objectName: "current-number"
                text: root.model.shown.current.number ?? ""
                size: 60
                font.weight: Font.ExtraBold
                color: Theme.primary
            }
            MText {
                anchors { left: number.right; leftMargin: 16 * root.u; right: parent.right; verticalCenter: number.verticalCenter }
                horizontalAlignment: Text.AlignRight
                text: root.model.shown.current.category ?? ""
                size: 18
                font.weight: Font.DemiBold
                color: Theme.accent
                maximumLineCount: 2
            }
        }
        MText {
            width: parent.width
            text: root.model.shown.current.service ?? ""
            size: 20
            font.weight: Font.DemiBold
            maximumLineCount: 1
        }
        MText {
            width: parent.width
            text: root.model.shown.current.detail ?? ""
            size: 18
            color: Theme.inkSoft
            maximumLineCount: 1
        }
        MText {
            width: parent.width
            visible: text !== "" && !root.warns // a warning needs its place
            text: root.model.shown.current.further ?? ""
            size: 17
            color: Theme.inkSoft
            maximumLineCount: 1
        }
    }
    MText {
        objectName: "last-call"
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: 12 * root.u }
        text: root.model.shown.lastCall.text ?? ""
        size: 17
        font.weight: root.warns ? Font.Bold : Font.Normal
        color: root.warns ? Theme.accent : Theme.good
        maximumLineCount: root.warns ? 2 : 1
    }
}

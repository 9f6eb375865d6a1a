// Where the ticket stands, large enough to read for two.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Rectangle {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property bool known: model.shown.place.headline !== undefined

    visible: known
    radius: 20 * u
    color: Theme.card
    border.color: Theme.line
    border.width: Math.max(1, 2 * u)

    Column {
        anchors.centerIn: parent
        width: parent.width - 64 * root.u
        spacing: 18 * root.u

        NumberText {
            width: parent.width
            visible: text !== ""
            horizontalAlignment: Text.AlignHCenter
            text: root.model.shown.place.number ?? ""
            size: 150
            font.weight: Font.ExtraBold
            color: Theme.primary
        }
        MText {
            objectName: "place-headline"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.model.shown.place.headline ?? ""
            size: 48
            font.weight: Font.Bold
        }
        MText {
            width: parent.width
            visible: text !== ""
            horizontalAlignment: Text.AlignHCenter
            text: root.model.shown.place.detail ?? ""
            size: 34
            color: Theme.inkSoft
            maximumLineCount: 3
        }
        MText {
            width: parent.width
            visible: text !== ""
            horizontalAlignment: Text.AlignHCenter
            text: root.model.shown.place.counters ?? ""
            size: 34
            font.weight: Font.DemiBold
        }
    }
}

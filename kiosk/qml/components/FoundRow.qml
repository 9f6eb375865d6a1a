// A line of the list of procedures: words to read, or something to choose.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Motcua

T.AbstractButton {
    id: root

    required property var row // {kind, text, id, below, large}
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property bool said: row.kind === "say"

    objectName: said ? "said" : row.kind + "-" + row.id
    enabled: !said
    implicitHeight: words.implicitHeight + (said ? 8 : 44) * u
    leftPadding: (said ? 0 : 32) * u
    rightPadding: (said ? 0 : 28) * u
    focusPolicy: said ? Qt.NoFocus : Qt.StrongFocus
    text: row.text
    Accessible.role: said ? Accessible.StaticText : Accessible.Button
    Accessible.name: row.below === "" ? row.text : `${row.text}, ${row.below}`
    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()
    onActiveFocusChanged: if (activeFocus && ListView.view)
        ListView.view.positionViewAtIndex(index, ListView.Contain)

    required property int index

    background: Rectangle {
        visible: !root.said
        color: root.down ? Theme.idle : Theme.card
        radius: 16 * root.u
        border.color: root.row.large ? Theme.primary : Theme.edge
        border.width: Math.max(1, (root.row.large ? 3 : 2) * root.u)

        FocusRing {
            target: root
            anchors.margins: 0
        }
    }
    contentItem: Item {
        Column {
            id: words
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
            spacing: 4 * root.u

            MText {
                width: parent.width
                text: root.row.text
                size: root.said ? (root.row.large ? 40 : 32) : root.row.large ? 38 : 32
                font.weight: root.row.large ? Font.Bold : root.said ? Font.Normal : Font.DemiBold
                color: root.said && !root.row.large ? Theme.inkSoft : Theme.ink
                maximumLineCount: root.said ? 6 : 3
                Accessible.ignored: true
            }
            MText {
                width: parent.width
                visible: text !== ""
                text: root.row.below
                size: 28
                color: Theme.inkSoft
                maximumLineCount: 1
                Accessible.ignored: true
            }
        }
    }
}

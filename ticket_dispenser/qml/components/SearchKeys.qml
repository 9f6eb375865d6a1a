// Plain letters to search with; diacritics are not needed.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Column {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    spacing: 10 * u

    Repeater {
        model: ["qwertyuiop", "asdfghjkl", "zxcvbnm"]

        Row {
            id: keyRow
            required property string modelData
            anchors.horizontalCenter: parent?.horizontalCenter
            spacing: 8 * root.u

            Repeater {
                model: keyRow.modelData.split("")

                MButton {
                    required property string modelData
                    objectName: "key-" + modelData
                    width: Math.min(110 * root.u, (root.width - 90 * root.u) / 10)
                    leftPadding: 0
                    rightPadding: 0
                    kind: "secondary"
                    text: modelData
                    onClicked: root.model.search(root.model.shown.query + modelData)
                }
            }
        }
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: 8 * root.u

        MButton {
            objectName: "key-space"
            width: 480 * root.u
            kind: "secondary"
            text: root.model.shown.words.space
            onClicked: root.model.search(root.model.shown.query + " ")
        }
        MButton {
            objectName: "key-erase"
            kind: "secondary"
            text: root.model.shown.words.erase
            onClicked: root.model.search(root.model.shown.query.slice(0, -1))
        }
    }
}

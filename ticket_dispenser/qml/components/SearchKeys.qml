// Plain letters to search with, in the order of the alphabet; diacritics are not needed.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Grid {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real keyWidth: (width - (columns - 1) * spacing) / columns

    columns: 7
    spacing: 10 * u

    Repeater {
        model: "abcdefghijklmnopqrstuvwxyz".split("")

        MButton {
            required property string modelData
            objectName: "key-" + modelData
            width: root.keyWidth
            leftPadding: 0
            rightPadding: 0
            kind: "secondary"
            text: modelData.toUpperCase()
            onClicked: root.model.search(root.model.shown.query + modelData)
        }
    }
    MButton {
        objectName: "key-space"
        width: root.keyWidth
        leftPadding: 0
        rightPadding: 0
        kind: "secondary"
        size: 24
        text: root.model.shown.words.space
        onClicked: root.model.search(root.model.shown.query + " ")
    }
    MButton {
        objectName: "key-erase"
        width: root.keyWidth
        leftPadding: 0
        rightPadding: 0
        kind: "secondary"
        size: 28
        text: root.model.shown.words.erase
        onClicked: root.model.search(root.model.shown.query.slice(0, -1))
    }
}

// The letters that numbers of this hall begin with, ten digits, delete and look up.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Column {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real keyWidth: (width - 9 * 10 * u) / 10

    spacing: 12 * u

    Flow {
        width: parent.width
        spacing: 10 * root.u

        Repeater {
            model: root.model.shown.letters

            Key {
                required property string modelData
                objectName: "key-" + modelData
                width: root.keyWidth
                text: modelData
                onClicked: root.model.typeLetter(text)
            }
        }
    }
    Row {
        spacing: 10 * root.u

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"]

            Key {
                required property string modelData
                objectName: "key-" + modelData
                width: root.keyWidth
                text: modelData
                onClicked: root.model.typeLetter(text)
            }
        }
    }
    Row {
        spacing: 10 * root.u

        MButton {
            objectName: "key-erase"
            width: root.width * 0.35
            kind: "secondary"
            text: root.model.shown.words.erase
            onClicked: root.model.typeLetter("")
        }
        MButton {
            objectName: "look-up"
            width: root.width * 0.65 - 10 * root.u
            text: root.model.shown.words.find
            enabled: root.model.shown.typed !== ""
            onClicked: root.model.lookUp(root.model.shown.typed)
        }
    }
}

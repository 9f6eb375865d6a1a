// The letters that numbers of this hall begin with, ten digits, delete and look up.
// Letters and digits stand in even rows, and no key is too small for a finger.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Column {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real gap: 12 * u
    readonly property var letters: model.shown.letters
    readonly property int letterRows: letters.length > 8 ? 2 : 1
    readonly property int lettersInRow: Math.ceil(letters.length / letterRows)

    spacing: gap

    function widthOf(count: int): real {
        return (width - (count - 1) * gap) / count;
    }
    function type(letter: string): void {
        model.typeLetter(letter);
    }

    Repeater {
        model: [...Array(root.letterRows).keys()].map(at => root.letters.slice(at * root.lettersInRow, (at + 1) * root.lettersInRow))

        Row {
            id: letterRow
            required property var modelData
            anchors.horizontalCenter: parent?.horizontalCenter
            spacing: root.gap

            Repeater {
                model: letterRow.modelData

                Key {
                    required property string modelData
                    objectName: "key-" + modelData
                    // Few letters would make very wide keys.
                    width: root.widthOf(Math.max(5, root.lettersInRow))
                    text: modelData
                    onClicked: root.type(text)
                }
            }
        }
    }
    Grid {
        columns: 5
        spacing: root.gap

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"]

            Key {
                required property string modelData
                objectName: "key-" + modelData
                width: root.widthOf(5)
                text: modelData
                onClicked: root.type(text)
            }
        }
    }
    Row {
        spacing: root.gap

        MButton {
            objectName: "key-erase"
            width: root.widthOf(5) * 2 + root.gap
            kind: "secondary"
            text: root.model.shown.words.erase
            onClicked: root.type("")
        }
        MButton {
            objectName: "look-up"
            width: root.widthOf(5) * 3 + 2 * root.gap
            text: root.model.shown.words.find
            enabled: root.model.shown.typed !== ""
            onClicked: {
                root.model.lookUp(root.model.shown.typed);

            }
        }
    }
}

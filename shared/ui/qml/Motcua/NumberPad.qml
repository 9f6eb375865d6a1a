// Digits and the signs of codes: four keys abreast.
pragma ComponentBehavior: Bound
import QtQuick

FocusScope {
    id: root

    required property var line // a TypedLine
    required property var words // erase
    property var keys: ["1", "2", "3", ".", "4", "5", "6", "-", "7", "8", "9", "/", "H", "0", "G"]
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real gap: 10 * u
    readonly property real keyWidth: (width - 3 * gap) / 4
    readonly property real keyHeight: (height - 3 * gap) / 4

    implicitWidth: 560 * u
    implicitHeight: 4 * 108 * u

    Grid {
        columns: 4
        spacing: root.gap

        Repeater {
            model: root.keys

            KeyCap {
                required property string modelData
                key: modelData
                text: modelData
                width: root.keyWidth
                height: root.keyHeight
                cap: 44
                onClicked: root.line.press(modelData)
            }
        }
        KeyCap {
            key: "erase"
            text: root.words.erase
            cap: 30
            width: root.keyWidth
            height: root.keyHeight
            onClicked: root.line.erase()
        }
    }
}

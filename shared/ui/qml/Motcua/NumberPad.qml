// Digits, and the signs of codes where they are wanted, in four rows.
pragma ComponentBehavior: Bound
import QtQuick

FocusScope {
    id: root

    required property var line // a TypedLine
    required property var words // erase
    property bool digitsOnly: false
    readonly property var keys: digitsOnly
        ? ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0"]
        : ["1", "2", "3", ".", "4", "5", "6", "-", "7", "8", "9", "/", "H", "0", "G"]
    readonly property int columns: digitsOnly ? 3 : 4
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real gap: 10 * u
    readonly property real keyWidth: (width - (columns - 1) * gap) / columns
    readonly property real keyHeight: (height - 3 * gap) / 4

    implicitWidth: 560 * u
    implicitHeight: 4 * 108 * u

    Grid {
        columns: root.columns
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
                opacity: modelData === "" ? 0 : 1
                enabled: modelData !== ""
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

// The languages by their own names; the chosen one is filled and says so to screen readers.
pragma ComponentBehavior: Bound
import QtQuick

Row {
    id: root

    required property var languages // [{code, name}]
    required property string current
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    signal chosen(string code)

    spacing: 16 * u

    Repeater {
        model: root.languages

        MButton {
            required property var modelData
            objectName: "language-" + modelData.code
            text: modelData.name
            size: 28
            kind: chosen ? "primary" : "secondary"
            choice: true
            chosen: modelData.code === root.current
            onClicked: root.chosen(modelData.code)
        }
    }
}

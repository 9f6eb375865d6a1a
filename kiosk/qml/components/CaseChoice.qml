// Which case is yours? The papers below are for the chosen one.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Column {
    id: root

    required property var cases
    required property int chosen
    required property string caption
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    signal picked(int at)

    spacing: 12 * u

    MText {
        width: parent.width
        text: root.caption
        size: 30
        color: Theme.inkSoft
    }
    Repeater {
        model: root.cases

        MButton {
            required property string modelData
            required property int index
            objectName: "case-" + index
            width: root.width
            choice: true
            chosen: index === root.chosen
            kind: chosen ? "primary" : "secondary"
            size: 28
            text: modelData
            onClicked: root.picked(index)
        }
    }
}

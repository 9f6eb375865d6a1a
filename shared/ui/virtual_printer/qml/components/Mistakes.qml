// What the software sent that no printer knows, for those who write it.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Column {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    spacing: 4 * u

    MText {
        objectName: "mistakes"
        width: parent.width
        text: root.model.shown.mistakes
        size: 17
        color: Theme.inkSoft
    }
    MText {
        width: parent.width
        visible: text !== ""
        text: root.model.shown.mistakesList
        size: 15
        color: Theme.inkSoft
        maximumLineCount: 4
    }
}

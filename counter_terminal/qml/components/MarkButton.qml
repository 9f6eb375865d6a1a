// A mark as a face and words: the mouth bends with the mood, from 1 (best) to -1.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Motcua

T.AbstractButton {
    id: root

    property real mood: 0
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property color ink: mood > 0.3 ? Theme.good : mood < -0.6 ? Theme.accent : Theme.warnInk

    height: 300 * u
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Keys.onReturnPressed: root.click()

    background: Rectangle {
        color: root.down ? Theme.idle : Theme.card
        radius: 20 * root.u
        border.color: Theme.edge
        border.width: Math.max(1, 2 * root.u)

        FocusRing { target: root }
    }
    contentItem: Item {
        Face {
            id: face
            anchors.horizontalCenter: parent.horizontalCenter
            y: 28 * root.u
            width: 140 * root.u
            mood: root.mood
            ink: root.ink
        }
        MText {
            anchors { left: parent.left; right: parent.right; top: face.bottom; bottom: parent.bottom; margins: 16 * root.u }
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: root.text
            size: 30
            font.weight: Font.DemiBold
            maximumLineCount: 3
            Accessible.ignored: true
        }
    }
}

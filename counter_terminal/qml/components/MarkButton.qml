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
        border.color: Theme.line
        border.width: Math.max(1, 2 * root.u)

        FocusRing { target: root }
    }
    contentItem: Item {
        Canvas {
            id: face
            anchors.horizontalCenter: parent.horizontalCenter
            y: 28 * root.u
            width: 140 * root.u
            height: width
            onPaint: {
                const pen = getContext("2d");
                const r = width / 2;
                pen.reset();
                pen.lineWidth = Math.max(2, r / 9);
                pen.strokeStyle = root.ink;
                pen.fillStyle = root.ink;
                pen.lineCap = "round";
                pen.beginPath();
                pen.arc(r, r, r * 0.9, 0, 2 * Math.PI);
                pen.stroke();
                for (const x of [0.65, 1.35]) {
                    pen.beginPath();
                    pen.arc(r * x, r * 0.75, r * 0.1, 0, 2 * Math.PI);
                    pen.fill();
                }
                pen.beginPath();
                pen.moveTo(r * 0.55, r * (1.3 - 0.12 * root.mood));
                pen.quadraticCurveTo(r, r * (1.3 + 0.42 * root.mood), r * 1.45, r * (1.3 - 0.12 * root.mood));
                pen.stroke();
            }
        }
        MText {
            anchors { left: parent.left; right: parent.right; top: face.bottom; bottom: parent.bottom; margins: 16 * root.u }
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: root.text
            size: 32
            font.weight: Font.DemiBold
            maximumLineCount: 2
            Accessible.ignored: true
        }
    }
}

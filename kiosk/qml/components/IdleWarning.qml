// The end of the visit, announced while it can still be put off: any touch does.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Rectangle {
    id: root

    required property var visit
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    color: Theme.paper
    onVisibleChanged: if (visible) stay.forceActiveFocus()

    MouseArea { anchors.fill: parent }
    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 128 * root.u, 900 * root.u)
        spacing: 40 * root.u

        MText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.visit.shown.words.idle_title
            size: 64
            font.weight: Font.Bold
            Accessible.role: Accessible.AlertMessage
        }
        MText {
            objectName: "idle"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.visit.shown.idle
            size: 38
        }
        MButton {
            id: stay
            objectName: "stay"
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, 560 * root.u)
            height: 140 * root.u
            size: 40
            text: root.visit.shown.words.idle_stay
            Accessible.name: `${text}. ${root.visit.shown.words.idle_title}` // it has the focus, and is read
            onClicked: root.visit.touched()
        }
    }
}

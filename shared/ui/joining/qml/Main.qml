// A device that waits to be let in: a word to citizens, and the code for staff.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

MWindow {
    id: root

    required property var screenModel
    readonly property bool portrait: height > width

    width: 960
    height: 540
    designWidth: portrait ? 1080 : 1920
    designHeight: portrait ? 1920 : 1080
    objectName: "joining"
    title: root.screenModel.shown.title

    Column {
        anchors.centerIn: parent
        width: parent.width - 160 * root.u
        spacing: 36 * root.u

        MText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.screenModel.shown.title
            size: 56
            font.weight: Font.Bold
        }
        MText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.screenModel.shown.sorry
            size: 34
            color: Theme.inkSoft
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 160 * root.u
            height: Math.max(2, 4 * root.u)
            color: Theme.accent
        }
        MText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.screenModel.shown.staff
            size: 34
        }
        NumberText {
            objectName: "code"
            anchors.horizontalCenter: parent.horizontalCenter
            height: 190 * root.u
            verticalAlignment: Text.AlignVCenter
            text: root.screenModel.shown.code
            size: 150
            font.weight: Font.ExtraBold
            color: Theme.primary
        }
        MText {
            objectName: "device"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.screenModel.shown.device
            size: 30
            color: Theme.inkSoft
        }
    }
}

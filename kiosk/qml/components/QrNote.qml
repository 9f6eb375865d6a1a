// An address as a QR code, with what it is for and the address itself beside it.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Item {
    id: root

    required property string address
    required property string note
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    Rectangle {
        id: frame
        height: parent.height
        width: height
        radius: 8 * root.u
        color: "white" // scanners want it, in high contrast too

        Image {
            anchors.fill: parent
            source: root.address !== "" ? "image://qr/" + encodeURIComponent(root.address) : ""
            smooth: false
            fillMode: Image.PreserveAspectFit
            Accessible.role: Accessible.Graphic
            Accessible.name: root.note
        }
    }
    Column {
        anchors { left: frame.right; leftMargin: 24 * root.u; right: parent.right; verticalCenter: parent.verticalCenter }
        spacing: 6 * root.u

        MText {
            width: parent.width
            text: root.note
            size: 30
            maximumLineCount: 3
        }
        MText {
            objectName: "qr-address"
            width: parent.width
            text: root.address.replace("https://", "")
            size: 28
            color: Theme.inkSoft
            wrapMode: Text.WrapAnywhere
            maximumLineCount: 2
        }
    }
}

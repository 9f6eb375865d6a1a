// The number fills the screen, with its place in line, while the ticket prints.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Item {
    id: root

    required property var model
    required property bool portrait
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    Column {
        anchors.centerIn: parent
        width: parent.width
        spacing: (root.portrait ? 24 : 10) * root.u

        MText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.model.shown.words.your_number
            size: 44
            color: Theme.inkSoft
        }
        NumberText {
            objectName: "number"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.model.shown.given.number
            size: root.portrait ? 330 : root.model.shown.given.choices.length > 0 ? 220 : 340
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 60
            font.weight: Font.ExtraBold
            lineHeight: 0.86
            color: Theme.primary
        }
        MText {
            objectName: "ahead"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.model.shown.given.ahead
            size: 52
            font.weight: Font.Bold
        }
        MText {
            objectName: "given-services"
            width: parent.width
            visible: text !== ""
            horizontalAlignment: Text.AlignHCenter
            text: root.model.shown.given.services
            size: 36
            maximumLineCount: root.portrait ? 4 : 2
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 32 * root.u
            topPadding: 8 * root.u

            Image {
                visible: root.model.shown.given.qr !== ""
                source: visible ? "image://qr/" + encodeURIComponent(root.model.shown.given.qr) : ""
                width: (root.portrait ? 240 : 170) * root.u
                height: width
                smooth: false
                fillMode: Image.PreserveAspectFit
                Accessible.ignored: true
            }
            Banner {
                visible: root.model.shown.given.failed
                width: Math.min(1100 * root.u, root.width - (root.portrait ? 280 : 640) * root.u)
                size: 36
                anchors.verticalCenter: parent.verticalCenter
                text: root.model.shown.given.failed ? root.model.shown.given.paper : ""
            }
            MText {
                objectName: "paper"
                visible: !root.model.shown.given.failed
                width: Math.min(implicitWidth, root.width - (root.portrait ? 280 : 640) * root.u)
                anchors.verticalCenter: parent.verticalCenter
                text: root.model.shown.given.paper
                size: 38
                color: Theme.inkSoft
            }
        }
    }
}

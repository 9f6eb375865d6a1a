// The number that was taken for a procedure, and how its slip fares.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

// Large letters may be more than the page holds.
Flickable {
    id: root

    required property var model
    required property bool portrait
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property var shown: model.shown

    contentHeight: Math.max(height, parts.height)
    clip: interactive
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentHeight > height + 1

    // On a lying screen the slip stands beside the number, for there is little height.
    Grid {
        id: parts
        readonly property real part: root.portrait ? root.width : (root.width - spacing) / 2
        y: (root.contentHeight - height) / 2
        columns: root.portrait ? 1 : 2
        spacing: (root.portrait ? 24 : 64) * root.u
        verticalItemAlignment: Grid.AlignVCenter

        Column {
            width: parts.part
            spacing: (root.portrait ? 24 : 8) * root.u

            MText {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: root.shown.words.your_number
                size: 44
                color: Theme.inkSoft
            }
            NumberText {
                objectName: "number"
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: root.shown.given.number
                size: root.portrait ? 280 : 220
                font.weight: Font.ExtraBold
                color: Theme.primary
            }
            MText {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: root.shown.given.service
                size: 40
                font.weight: Font.DemiBold
            }
            MText {
                objectName: "ahead"
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: root.shown.given.ahead
                size: 40
            }
        }
        Column {
            width: parts.part
            spacing: 24 * root.u

            Image {
                anchors.horizontalCenter: parent.horizontalCenter
                source: root.shown.given.qr !== "" ? "image://qr/" + encodeURIComponent(root.shown.given.qr) : ""
                width: (root.portrait ? 200 : 260) * root.u
                height: width
                smooth: false
                fillMode: Image.PreserveAspectFit
                Accessible.ignored: true
            }
            PaperSaid {
                width: parent.width
                paper: "ticket"
                alignment: Text.AlignHCenter
                text: root.shown.paper.ticket
                asks: root.shown.asksOf.ticket
                words: root.shown.words
                onAnswered: came => root.model.sayOfPaper("ticket", came)
            }
        }
    }
    ScrollMark { view: root }
}

// A procedure: what people need first, on one screen; then the rest; and a number for it.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua
import "components"

FocusScope {
    id: root

    required property var model
    required property bool portrait
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real margin: 48 * u
    readonly property var shown: model.shown

    ProcedureText {
        anchors.fill: parent
        visible: root.shown.step === "read"
        focus: visible
        model: root.model
        portrait: root.portrait
    }
    FocusScope {
        anchors { fill: parent; leftMargin: root.margin; rightMargin: root.margin }
        visible: root.shown.step === "choose"
        focus: visible

        MText {
            id: ask
            width: parent.width
            text: root.shown.words.take_number_for
            size: 48
            font.weight: Font.Bold
        }
        ChoiceList {
            anchors { left: parent.left; right: parent.right; top: ask.bottom; topMargin: 28 * root.u; bottom: parent.bottom }
            portrait: root.portrait
            prefix: "service-"
            choices: root.shown.services
            onChosen: id => root.model.takeNumberFor(id)
        }
    }
    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * root.margin
        visible: root.shown.step === "number"
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
            size: root.portrait ? 280 : 190
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
        Image {
            anchors.horizontalCenter: parent.horizontalCenter
            source: root.shown.given.qr !== "" ? "image://qr/" + encodeURIComponent(root.shown.given.qr) : ""
            width: 200 * root.u
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

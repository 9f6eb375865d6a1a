// The page of a procedure: time, fee, counter and papers first, all the rest below.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Motcua

FocusScope {
    id: root

    required property var model
    required property bool portrait
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real margin: 48 * u
    readonly property var shown: model.shown
    readonly property bool long: page.height > height

    function turn(pages: real): void {
        view.contentY = Math.max(0, Math.min(view.contentHeight - view.height, view.contentY + pages * view.height * 0.8));
    }

    Keys.onPressed: event => {
        const steps = ({ [Qt.Key_PageDown]: 1, [Qt.Key_PageUp]: -1, [Qt.Key_Down]: 0.25, [Qt.Key_Up]: -0.25 });
        event.accepted = event.key in steps;
        if (event.accepted)
            root.turn(steps[event.key]);
    }

    Flickable {
        id: view
        objectName: "procedure-text"
        anchors { left: parent.left; right: parent.right; top: parent.top; leftMargin: root.margin; rightMargin: root.margin }
        height: parent.height - (root.long ? pages.height + 12 * root.u : 0)
        contentHeight: page.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: root.long

        Column {
            id: page
            width: view.width - 28 * root.u
            spacing: 20 * root.u

            MText {
                objectName: "procedure-title"
                width: parent.width
                text: root.shown.headline.title
                size: 46
                font.weight: Font.Bold
            }
            MText {
                width: parent.width
                visible: text !== ""
                text: root.shown.headline.official
                size: 28
                color: Theme.inkSoft
            }
            Banner {
                objectName: "doubts"
                width: parent.width
                text: root.shown.doubts
                size: 28
            }
            RowLayout {
                width: parent.width
                spacing: 16 * root.u
                uniformCellSizes: true

                Repeater {
                    model: root.shown.facts

                    FactCard {
                        required property var modelData
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        fact: modelData
                    }
                }
            }
            Flow {
                width: parent.width
                spacing: 16 * root.u

                MButton {
                    objectName: "take-number"
                    visible: root.shown.mayTakeNumber
                    width: implicitWidth
                    text: root.shown.asking ? root.shown.words.asking : root.shown.words.take_number
                    enabled: !root.shown.asking
                    onClicked: root.model.takeNumber()
                }
                MButton {
                    objectName: "read-aloud"
                    visible: root.shown.mayRead
                    width: implicitWidth
                    kind: "secondary"
                    text: root.shown.words.read_aloud
                    onClicked: root.model.readAloud()
                }
                MButton {
                    objectName: "print"
                    visible: root.shown.mayPrint && root.shown.papers.length > 0
                    width: implicitWidth
                    kind: "secondary"
                    text: root.shown.words.print
                    enabled: !root.shown.printing
                    onClicked: root.model.printChecklist()
                }
            }
            Banner {
                objectName: "trouble"
                width: parent.width
                text: root.shown.trouble
            }
            PaperSaid {
                width: parent.width
                paper: "checklist"
                text: root.shown.paper.checklist
                asks: root.shown.asksOf.checklist
                words: root.shown.words
                onAnswered: came => root.model.sayOfPaper("checklist", came)
            }
            MText {
                width: parent.width
                text: root.shown.words.bring
                size: 40
                font.weight: Font.Bold
            }
            CaseChoice {
                width: parent.width
                visible: root.shown.cases.length > 0
                caption: root.shown.words.for_case
                cases: root.shown.cases
                chosen: root.shown.case
                onPicked: at => root.model.chooseCase(at)
            }
            MText {
                width: parent.width
                visible: root.shown.papers.length === 0
                text: root.shown.words.no_papers
                size: 32
            }
            Repeater {
                model: root.shown.papers

                PaperLine {
                    required property var modelData
                    width: page.width
                    paper: modelData
                }
            }
            MText {
                width: parent.width
                visible: text !== ""
                text: root.shown.remarks
                size: 28
                color: Theme.inkSoft
            }
            QrNote {
                width: parent.width
                height: visible ? 180 * root.u : 0
                visible: address !== ""
                address: root.shown.address
                note: root.shown.words.official_page
            }
            Repeater {
                model: root.shown.sections

                Column {
                    id: section
                    required property var modelData
                    width: page.width
                    spacing: 6 * root.u

                    MText {
                        width: parent.width
                        text: section.modelData.title
                        size: 36
                        font.weight: Font.Bold
                    }
                    MText {
                        width: parent.width
                        text: section.modelData.text
                        size: 30
                        lineHeight: 1.15
                    }
                }
            }
            MText {
                objectName: "source"
                width: parent.width
                text: root.shown.source
                size: 28
                color: Theme.inkSoft
            }
        }
        ScrollMark { view: view }
    }
    Row {
        id: pages
        anchors { left: view.left; right: view.right; bottom: parent.bottom }
        visible: root.long
        spacing: 12 * root.u

        MButton {
            objectName: "less"
            width: (parent.width - parent.spacing) / 2
            kind: "secondary"
            text: root.shown.words.less
            enabled: view.contentY > 1
            onClicked: root.turn(-1)
        }
        MButton {
            objectName: "more"
            width: (parent.width - parent.spacing) / 2
            kind: "secondary"
            text: root.shown.words.more
            enabled: view.contentY < view.contentHeight - view.height - 1
            onClicked: root.turn(1)
        }
    }
}

// Is my paper ready? The code, the second factor, then how the dossier stands; one step a screen.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

FocusScope {
    id: root

    focus: true

    required property var model
    required property var keyboardWords
    required property bool portrait
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real margin: 48 * u
    readonly property var shown: model.shown
    readonly property bool atCode: shown.step === "code"
    readonly property bool reading: shown.step === "read"
    readonly property QtObject line: reading ? null : atCode ? model.codeLine : model.factorLine

    Keys.onReturnPressed: model.goOn()
    Keys.onEnterPressed: model.goOn()

    Column {
        id: asking
        x: root.margin
        width: root.portrait ? root.width - 2 * root.margin : root.width * 0.5 - root.margin
        visible: !root.reading
        spacing: 20 * root.u

        MText {
            width: parent.width
            text: root.shown.words.title
            size: 48
            font.weight: Font.Bold
        }
        MText {
            objectName: "prompt"
            width: parent.width
            text: root.atCode ? root.shown.words.prompt : root.shown.prompt
            size: 34
        }
        NumberText {
            objectName: "given-code"
            width: parent.width
            visible: !root.atCode
            text: root.shown.code
            size: 40
            wrapMode: Text.WrapAnywhere
            color: Theme.primary
        }
        TypedText {
            width: parent.width
            line: root.line ?? root.model.codeLine
            caption: root.atCode ? root.shown.words.code : root.shown.words.factor
            hidden: !root.atCode
            mono: true
            focus: !root.reading
        }
        MButton {
            objectName: "go-on"
            width: parent.width
            text: root.shown.asking ? root.shown.words.asking : root.atCode ? root.shown.words.next : root.shown.words.find
            enabled: root.shown.mayGoOn
            onClicked: root.model.goOn()
        }
        Banner {
            objectName: "trouble"
            width: parent.width
            text: root.shown.trouble
        }
        MText {
            width: parent.width
            text: root.shown.words.private
            size: 28
            color: Theme.inkSoft
        }
    }
    NumberPad {
        id: pad
        visible: !root.reading
        x: root.portrait ? (root.width - width) / 2 : root.width * 0.5 + root.margin
        y: root.portrait ? root.height - height : 0
        width: (root.portrait ? 700 : 660) * root.u
        height: Math.min((root.portrait ? 520 : 620) * root.u, root.portrait ? root.height - asking.height - 24 * root.u : root.height)
        line: root.line ?? root.model.codeLine
        words: root.keyboardWords
        digitsOnly: !root.atCode
    }
    Flickable {
        id: view
        objectName: "dossier-text"
        anchors { fill: parent; leftMargin: root.margin; rightMargin: root.margin }
        visible: root.reading
        contentHeight: page.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height + 1

        Column {
            id: page
            width: view.width
            spacing: 24 * root.u

            NumberText {
                width: parent.width
                text: root.shown.told.code ?? ""
                size: 36
                wrapMode: Text.WrapAnywhere
                color: Theme.inkSoft
            }
            MText {
                objectName: "dossier-state"
                width: parent.width
                text: root.shown.told.state ?? ""
                size: 64
                font.weight: Font.Bold
                color: Theme.primary
            }
            MText {
                objectName: "dossier-next"
                width: parent.width
                text: root.shown.told.next_step ?? ""
                size: 40
                font.weight: Font.DemiBold
            }
            Banner {
                objectName: "overdue"
                width: parent.width
                text: root.shown.told.overdue ?? ""
                size: 34
            }
            Rectangle {
                width: parent.width
                height: facts.height + 56 * root.u
                radius: 18 * root.u
                color: Theme.card
                border.color: Theme.line
                border.width: Math.max(1, 2 * root.u)

                Column {
                    id: facts
                    anchors { left: parent.left; right: parent.right; top: parent.top; margins: 28 * root.u }
                    spacing: 12 * root.u

                    Repeater {
                        model: [root.shown.told.procedure, root.shown.told.name, ...(root.shown.told.dates ?? []), root.shown.told.unit].filter(text => text)

                        MText {
                            required property string modelData
                            width: facts.width
                            text: modelData
                            size: 34
                        }
                    }
                }
            }
            Banner {
                objectName: "stale"
                width: parent.width
                text: root.shown.told.stale ? root.shown.words.stale : ""
            }
            MText {
                objectName: "synced"
                width: parent.width
                text: `${root.shown.told.sync ?? ""}\n${root.shown.words.private}`
                size: 28
                color: Theme.inkSoft
            }
        }
    }
}

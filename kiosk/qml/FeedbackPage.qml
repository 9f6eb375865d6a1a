// A message to the head of the hall: what about, the words, the receipt; one step a screen.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua
import "components"

FocusScope {
    id: root

    focus: true

    required property var model
    required property var keyboardWords
    required property bool portrait
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real margin: 48 * u
    readonly property string step: model.shown.step
    readonly property QtObject line: step === "write" ? model.line : null

    Column {
        id: heading
        x: root.margin
        width: (root.step === "write" && !root.portrait ? root.width * 0.42 : root.width - root.margin) - root.margin
        spacing: 12 * root.u

        MText {
            objectName: "title"
            width: parent.width
            text: root.step === "receipt" ? root.model.shown.words.thanks
                : root.step === "write" ? root.model.shown.reason : root.model.shown.words.title
            size: 48
            font.weight: Font.Bold
        }
        MText {
            width: parent.width
            text: root.step === "receipt" ? root.model.shown.words.keep_code
                : root.step === "write" ? root.model.shown.words.hint : root.model.shown.words.prompt
            size: 32
            color: Theme.inkSoft
        }
        Banner {
            objectName: "trouble"
            width: parent.width
            text: root.model.shown.trouble
        }
    }
    ChoiceList {
        anchors { left: heading.left; right: heading.right; top: heading.bottom; topMargin: 28 * root.u; bottom: official.top; bottomMargin: 20 * root.u }
        visible: root.step === "choose"
        portrait: root.portrait
        prefix: "reason-"
        choices: root.model.shown.reasons
        onChosen: id => root.model.choose(id)
    }
    TypedText {
        id: area
        visible: root.step === "write"
        x: root.portrait ? root.margin : keyboard.x
        y: root.portrait ? heading.height + 20 * root.u : 0
        width: root.portrait ? heading.width : keyboard.width
        height: (root.portrait ? send.y : keyboard.y) - y - 16 * root.u
        line: root.model.line
        caption: root.model.shown.words.write
        wraps: true
        focus: visible
    }
    MButton {
        id: send
        objectName: "send"
        visible: root.step === "write"
        x: root.margin
        y: root.portrait ? keyboard.y - height - 16 * root.u : heading.height + 28 * root.u
        width: heading.width
        text: root.model.shown.sending ? root.model.shown.words.sending : root.model.shown.words.send
        enabled: root.model.shown.maySend
        onClicked: root.model.send()
    }
    Keyboard {
        id: keyboard
        visible: root.step === "write"
        x: root.portrait ? (root.width - width) / 2 : root.width - root.margin - width
        anchors.bottom: parent.bottom
        width: 1048 * root.u
        height: Math.min(616 * root.u, root.height * 0.74)
        line: root.model.line
        words: Object.assign({}, root.keyboardWords, { done: root.model.shown.words.send })
        onDone: root.model.send()
    }
    NumberText {
        objectName: "code"
        anchors { horizontalCenter: parent.horizontalCenter; top: heading.bottom; topMargin: 64 * root.u }
        visible: root.step === "receipt"
        text: root.model.shown.code
        size: 110
        font.weight: Font.ExtraBold
        color: Theme.primary
    }
    QrNote {
        id: official
        anchors { left: heading.left; right: heading.right; bottom: parent.bottom }
        visible: address !== "" && root.step !== "write"
        height: visible ? 180 * root.u : 0
        address: root.model.shown.official
        note: root.model.shown.words.official
    }
}

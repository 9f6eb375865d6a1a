// Find a procedure: typed words with answers at every key, or lists to browse; then its page.
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
    readonly property QtObject line: model.shown.open ? null : model.line
    readonly property bool typing: model.shown.typing

    FocusScope {
        anchors.fill: parent
        visible: !root.model.shown.open
        focus: visible

        TypedText {
            id: typed
            objectName: "query"
            x: root.margin
            width: (!root.portrait && root.typing ? keyboard.x - 24 * root.u : root.width - root.margin) - root.margin
            line: root.model.line
            caption: root.model.shown.words.find
            focus: true
            onTouched: root.model.showKeys(true)
        }
        ListView {
            id: list
            objectName: "rows"
            anchors { left: typed.left; right: typed.right; top: typed.bottom; topMargin: 20 * root.u }
            height: (root.portrait && root.typing ? keyboard.y - 16 * root.u : root.height - updated.height - 12 * root.u) - y
            clip: true
            spacing: 14 * root.u
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height + 1
            model: root.model.shown.rows
            delegate: FoundRow {
                required property var modelData
                width: ListView.view.width - (list.interactive ? 24 * root.u : 0)
                row: modelData
                onClicked: root.model.choose(modelData.kind, modelData.id)
            }

            ScrollMark { view: list }
        }
        MText {
            id: updated
            anchors { left: typed.left; right: typed.right; bottom: parent.bottom }
            visible: !root.portrait || !root.typing
            text: root.model.shown.updated
            size: 28
            color: Theme.inkSoft
            maximumLineCount: 2
        }
        Keyboard {
            id: keyboard
            visible: root.typing
            x: root.portrait ? (root.width - width) / 2 : root.width - root.margin - width
            anchors.bottom: parent.bottom
            width: 1048 * root.u
            height: Math.min(616 * root.u, root.height * (root.portrait ? 0.64 : 1))
            line: root.model.line
            words: root.keyboardWords
            onDone: root.model.showKeys(false)
        }
    }
    ProcedureView {
        anchors.fill: parent
        visible: root.model.shown.open
        focus: visible
        model: root.model.opened
        portrait: root.portrait
    }
}

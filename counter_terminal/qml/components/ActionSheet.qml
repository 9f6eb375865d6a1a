// Asks what an action needs, inside the window: a line to type, switches, choices with keys.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Rectangle {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property var sheet: model.shown.sheet

    readonly property string kind: visible ? sheet.kind ?? "" : ""

    color: Theme.paper
    onKindChanged: {
        entry.text = "";
        if (entry.visible)
            entry.focusEntry();
    }

    Instantiator {
        model: root.visible ? (root.sheet.choices ?? []).slice(0, 9) : []
        delegate: Shortcut {
            required property int index
            required property var modelData
            sequence: "Alt+" + (index + 1)
            onActivated: root.model.choose(modelData.id, entry.text)
        }
    }
    Instantiator {
        model: root.visible ? root.sheet.toggles ?? [] : []
        delegate: Shortcut {
            required property int index
            required property var modelData
            sequence: "Ctrl+" + (index + 1)
            onActivated: root.model.toggle(modelData.id)
        }
    }
    MouseArea { anchors.fill: parent } // nothing below may be touched
    MText {
        id: title
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: 20 * root.u }
        text: root.sheet.title ?? ""
        size: 26
        font.weight: Font.Bold
    }
    Column {
        anchors.centerIn: parent
        visible: root.model.shown.given.number !== undefined
        width: parent.width - 40 * root.u

        NumberText {
            objectName: "given-number"
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.model.shown.given.number ?? ""
            size: text.length > 6 ? 54 : 110
            font.weight: Font.ExtraBold
            color: Theme.primary
        }
        MText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.model.shown.given.ahead ?? ""
            size: 22
        }
    }
    TextEntry {
        id: entry
        anchors { left: title.left; right: title.right; top: title.bottom; topMargin: visible ? 14 * root.u : 0 }
        visible: (root.sheet.entry ?? "") !== ""
        height: visible ? implicitHeight : 0
        entryName: "sheet-entry"
        caption: root.sheet.entry ?? ""
        secret: root.sheet.secret ?? false
        size: 20
        onTextChanged: if (root.sheet.searched ?? false) root.model.searchChoices(text)
        onSubmitted: {
            // What was found first; words that go into the command are sent by a choice.
            if ((root.sheet.searched ?? false) && text !== "" && root.sheet.choices.length > 0)
                root.model.choose(root.sheet.choices[0].id, "");
            else if (root.sheet.secret ?? false)
                root.model.choose("enter", text);
        }
    }
    Flow {
        id: toggles
        anchors { left: title.left; right: title.right; top: entry.bottom; topMargin: 14 * root.u }
        spacing: 8 * root.u

        Repeater {
            model: root.sheet.toggles ?? []

            MButton {
                required property int index
                required property var modelData
                objectName: "toggle-" + modelData.id
                width: Math.min(implicitWidth + 60 * root.u, toggles.width)
                height: 46 * root.u
                shortcut: "Ctrl+" + (index + 1)
                leftPadding: 12 * root.u
                rightPadding: 12 * root.u
                size: 17
                kind: modelData.chosen ? "primary" : "secondary"
                text: modelData.name
                choice: true
                chosen: modelData.chosen
                onClicked: root.model.toggle(modelData.id)
            }
        }
    }
    ListView {
        id: choices
        anchors { left: title.left; right: title.right; top: toggles.bottom; bottom: notice.top; topMargin: 14 * root.u; bottomMargin: 12 * root.u }
        clip: true
        spacing: 8 * root.u
        model: root.sheet.choices ?? []
        boundsBehavior: Flickable.StopAtBounds
        delegate: MButton {
            required property int index
            required property var modelData
            objectName: "choice-" + modelData.id
            width: ListView.view.width
            height: 54 * root.u
            size: 20
            kind: "secondary"
            text: modelData.name
            shortcut: index < 9 ? "Alt+" + (index + 1) : ""
            leading: true
            onClicked: root.model.choose(modelData.id, entry.text)
        }
    }
    MText {
        anchors.fill: choices
        visible: (root.sheet.searched ?? false) && choices.count === 0
        horizontalAlignment: Text.AlignHCenter
        text: root.model.shown.nothingFound
        size: 20
        color: Theme.inkSoft
    }
    Banner {
        id: notice
        anchors { left: title.left; right: title.right; bottom: close.top; bottomMargin: visible ? 12 * root.u : 0 }
        text: root.visible ? root.model.shown.notice : ""
        size: 18
    }
    MButton {
        id: close
        objectName: "sheet-close"
        anchors { left: title.left; right: title.right; bottom: parent.bottom; bottomMargin: 20 * root.u }
        height: 54 * root.u
        size: 20
        kind: "secondary"
        text: root.model.shown.closeWord
        shortcut: "Esc"
        onClicked: root.model.closeSheet()
    }
}

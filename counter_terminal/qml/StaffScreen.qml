// From top to bottom: where, who is here, what to do now, who waits, what to know.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua
import "components"

Item {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real margin: 16 * u

    Instantiator {
        model: root.model.shown.actions
        delegate: Shortcut {
            required property var modelData
            sequence: modelData.key
            enabled: !root.model.shown.sheetOpen
            onActivated: root.model.act(modelData.id)
        }
    }
    Shortcut {
        sequence: "Escape"
        enabled: root.model.shown.sheetOpen
        onActivated: root.model.closeSheet()
    }
    Item {
        id: head
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: root.margin }
        height: 40 * root.u

        MText {
            id: title
            anchors.verticalCenter: parent.verticalCenter
            text: root.model.shown.title
            size: 26
            font.weight: Font.Bold
        }
        MText {
            anchors { left: title.right; leftMargin: root.margin; right: clock.left; rightMargin: root.margin; verticalCenter: parent.verticalCenter }
            text: root.model.shown.officer
            size: 18
            color: Theme.inkSoft
            maximumLineCount: 1
        }
        NumberText {
            id: clock
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            text: root.model.shown.time
            size: 26
        }
    }
    Banner {
        id: banner
        objectName: "banner"
        anchors { left: head.left; right: head.right; top: head.bottom; topMargin: visible ? 8 * root.u : 0 }
        text: root.model.shown.banner !== "" ? root.model.shown.banner : root.model.shown.notice
        size: 18
    }
    CurrentTicket {
        id: current
        anchors { left: head.left; right: head.right; top: banner.bottom; topMargin: root.margin }
        height: 200 * root.u
        visible: root.model.shown.known
        model: root.model
    }
    ActionButtons {
        id: buttons
        anchors { left: head.left; right: head.right; top: current.bottom; topMargin: root.margin }
        model: root.model
        enabled: !root.model.shown.sheetOpen // Tab stays within an open sheet
    }
    WaitingList {
        visible: root.model.shown.known
        enabled: !root.model.shown.sheetOpen
        anchors { left: head.left; right: head.right; top: buttons.bottom; bottom: foot.top; topMargin: root.margin; bottomMargin: 8 * root.u }
        model: root.model
    }
    Column {
        id: foot
        anchors { left: head.left; right: head.right; bottom: parent.bottom; bottomMargin: 12 * root.u }
        spacing: 6 * root.u

        Banner {
            objectName: "alarms"
            width: parent.width
            text: root.model.shown.alarms
            size: 17
        }
        MText {
            width: parent.width
            text: root.model.shown.today
            size: 17
            color: Theme.inkSoft
            maximumLineCount: 1
        }
    }
    ActionSheet {
        anchors.fill: parent
        visible: root.model.shown.sheetOpen
        model: root.model
    }
}

// Everybody this counter may call; touching one asks what to do with it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Motcua

Item {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    readonly property var pick: model.shown.actions.find(each => each.id === "pick")

    MText {
        id: title
        anchors { left: parent.left; right: choose.left; verticalCenter: choose.verticalCenter }
        text: root.model.shown.waitingTitle
        size: 19
        font.weight: Font.DemiBold
        color: Theme.inkSoft
    }
    MButton {
        id: choose
        objectName: "act-pick"
        anchors.right: parent.right
        visible: root.pick !== undefined
        width: implicitWidth + 20 * root.u
        height: 36 * root.u
        leftPadding: 12 * root.u
        rightPadding: 12 * root.u
        kind: "secondary"
        size: 16
        text: root.pick?.name ?? ""
        shortcut: root.pick?.key ?? ""
        onClicked: root.model.act("pick")
    }
    MText {
        anchors.centerIn: list
        visible: list.count === 0
        text: root.model.shown.nobodyWaiting
        size: 18
        color: Theme.inkSoft
    }
    ListView {
        id: list
        anchors { left: parent.left; right: parent.right; top: choose.bottom; bottom: parent.bottom; topMargin: 6 * root.u }
        clip: true
        spacing: 4 * root.u
        property real kept: 0
        model: root.model.shown.waiting
        onMovementEnded: kept = contentY
        onModelChanged: contentY = Math.max(0, Math.min(kept, contentHeight - height))
        boundsBehavior: Flickable.StopAtBounds
        delegate: T.AbstractButton {
            id: row
            required property var modelData
            readonly property bool heads: modelData.kind === "section"
            objectName: heads ? "" : "ticket-" + modelData.number
            width: ListView.view.width
            height: (heads ? 30 : modelData.detail === "" ? 42 : 54) * root.u
            enabled: !heads
            focusPolicy: heads ? Qt.NoFocus : Qt.StrongFocus
            Accessible.name: [modelData.number, modelData.name, modelData.detail].filter(part => part !== "").join(", ")
            Keys.onReturnPressed: row.click()
            onClicked: root.model.openTicket(modelData.ticket, modelData.kind)

            background: Rectangle {
                color: row.heads ? "transparent" : row.modelData.late ? Theme.warnPaper : row.down ? Theme.idle : Theme.card
                radius: 8 * root.u

                FocusRing { target: row }
            }
            contentItem: Item {
                MText {
                    anchors { left: parent.left; right: age.left; rightMargin: 8 * root.u; bottom: parent.bottom }
                    visible: row.heads
                    text: row.heads ? row.modelData.name : ""
                    size: 17
                    font.weight: Font.DemiBold
                    color: Theme.inkSoft
                    maximumLineCount: 1
                    Accessible.ignored: true
                }
                MText {
                    id: age
                    anchors { right: parent.right; bottom: parent.bottom }
                    visible: row.heads
                    text: row.heads ? row.modelData.detail : ""
                    size: 15
                    color: Theme.inkSoft
                    Accessible.ignored: true
                }
                NumberText {
                    id: number
                    anchors { left: parent.left; leftMargin: 10 * root.u; verticalCenter: parent.verticalCenter }
                    width: 88 * root.u
                    text: row.modelData.number
                    size: 24
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 8
                    color: row.modelData.kind === "waiting" ? Theme.primary : Theme.inkSoft
                    Accessible.ignored: true
                }
                Column {
                    anchors { left: number.right; leftMargin: 6 * root.u; right: parent.right; rightMargin: 10 * root.u; verticalCenter: parent.verticalCenter }
                    visible: !row.heads

                    MText {
                        width: parent.width
                        text: row.modelData.name
                        size: 17
                        font.weight: row.modelData.late ? Font.DemiBold : Font.Normal
                        color: row.modelData.late ? Theme.warnInk : Theme.ink
                        maximumLineCount: 1
                        Accessible.ignored: true
                    }
                    MText {
                        width: parent.width
                        visible: text !== ""
                        text: row.modelData.detail
                        size: 15
                        font.weight: row.modelData.priority ? Font.DemiBold : Font.Normal
                        color: row.modelData.priority ? Theme.accent : Theme.inkSoft
                        maximumLineCount: 1
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}

// The fields of work as large doors.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Item {
    id: root

    required property var model
    required property bool portrait
    readonly property alias view: grid
    readonly property real needed: grid.rows * grid.leastHeight * u
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    MText {
        id: title
        width: parent.width
        visible: grid.count > 0
        text: root.model.shown.words.welcome
        size: 48
        font.weight: Font.Bold
    }
    TileGrid {
        id: grid
        anchors { left: parent.left; right: parent.right; top: title.bottom; bottom: parent.bottom; topMargin: 24 * root.u }
        portrait: root.portrait
        tiles: root.model.shown.fields
        delegate: Tile {
            required property var modelData
            readonly property var now: root.model.shown["field-" + modelData.id] ?? ({})
            objectName: "field-" + modelData.id
            width: GridView.view.cellWidth - 24 * root.u
            height: GridView.view.cellHeight - 24 * root.u
            text: modelData.name
            subtitle: now.reason ?? ""
            badge: shut ? "" : now.waiting ?? ""
            badgeCaption: root.model.shown.words.waiting_caption
            shut: now.shut ?? false
            enabled: root.model.shown.active
            onClicked: root.model.chooseField(modelData.id)
        }
    }
}

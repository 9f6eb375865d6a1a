// The fields of work as large doors.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Item {
    id: root

    required property var model
    required property bool portrait
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    MText {
        id: title
        width: parent.width
        text: root.model.shown.words.welcome
        size: 48
        font.weight: Font.Bold
    }
    TileGrid {
        anchors { left: parent.left; right: parent.right; top: title.bottom; bottom: parent.bottom; topMargin: 24 * root.u }
        portrait: root.portrait
        tiles: root.model.shown.fields
        delegate: Tile {
            required property var modelData
            objectName: "field-" + modelData.id
            width: GridView.view.cellWidth - 24 * root.u
            height: GridView.view.cellHeight - 24 * root.u
            text: modelData.name
            badge: modelData.waiting
            badgeCaption: root.model.shown.words.waiting_caption
            enabled: root.model.shown.active
            onClicked: root.model.chooseField(modelData.id)
        }
    }
}

// The services to touch, with the question about priority above them and keys when searching.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Item {
    id: root

    required property var model
    required property bool portrait
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property bool searching: model.shown.page === "search"

    MText {
        id: title
        width: parent.width
        text: root.searching ? (root.model.shown.query === "" ? root.model.shown.words.search_prompt : root.model.shown.query)
                             : root.model.shown.words.choose_service
        size: 48
        font.weight: Font.Bold
        maximumLineCount: 2
    }
    Column {
        id: priority
        x: root.portrait ? 0 : root.width - width
        width: root.portrait ? root.width : 470 * root.u
        anchors { top: title.bottom; topMargin: 16 * root.u }
        visible: root.model.shown.categories.length > 0
        spacing: 12 * root.u

        MText {
            width: parent.width
            text: root.model.shown.words.priority_question
            size: 32
        }
        Flow {
            width: parent.width
            spacing: 16 * root.u

            MButton {
                objectName: "category-none"
                text: root.model.shown.words.priority_none
                size: 28
                kind: root.model.shown.categories.every(each => !each.chosen) ? "primary" : "secondary"
                choice: true
                chosen: kind === "primary"
                onClicked: root.model.chooseCategory("")
            }
            Repeater {
                model: root.model.shown.categories

                MButton {
                    required property var modelData
                    objectName: "category-" + modelData.id
                    width: Math.min(implicitWidth, priority.width)
                    text: modelData.name
                    size: 28
                    kind: modelData.chosen ? "primary" : "secondary"
                    choice: true
                    chosen: modelData.chosen
                    onClicked: root.model.chooseCategory(modelData.id)
                }
            }
        }
    }
    MText {
        anchors.centerIn: grid
        width: grid.width
        visible: root.searching && grid.count === 0
        horizontalAlignment: Text.AlignHCenter
        text: root.model.shown.words.nothing_found
        size: 36
    }
    TileGrid {
        id: grid
        width: root.portrait || !priority.visible ? root.width : root.width - priority.width - 16 * root.u
        leastHeight: 232
        anchors { left: parent.left; top: root.portrait ? priority.bottom : title.bottom; topMargin: 24 * root.u }
        anchors.bottom: root.searching ? keys.top : parent.bottom
        portrait: root.portrait
        tiles: root.model.shown.services
        delegate: Tile {
            required property var modelData
            objectName: "service-" + modelData.id
            width: GridView.view.cellWidth - 24 * root.u
            height: GridView.view.cellHeight - 24 * root.u
            text: modelData.name
            subtitle: modelData.subtitle
            badge: modelData.waiting
            badgeCaption: root.model.shown.words.waiting_caption
            shut: modelData.shut
            enabled: root.model.shown.active
            onClicked: root.model.takeNumber(modelData.id)
        }
    }
    SearchKeys {
        id: keys
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        visible: root.searching
        model: root.model
    }
}

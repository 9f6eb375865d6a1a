// The services to touch, with the question about priority beside them and keys when searching.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Item {
    id: root

    required property var model
    required property bool portrait
    readonly property alias view: list
    readonly property real needed: list.contentHeight + (searching && portrait ? keys.height + 16 * u : 0)
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property bool searching: model.shown.page === "search"
    readonly property bool beside: !portrait && (searching || priority.visible)

    MText {
        id: title
        width: list.width
        text: root.searching ? (root.model.shown.query === "" ? root.model.shown.words.search_prompt : root.model.shown.query)
            : root.model.shown.several ? root.model.shown.words.choose_several
            : root.model.shown.words.choose_service
        size: 48
        font.weight: Font.Bold
        maximumLineCount: 2
    }
    PriorityQuestion {
        id: priority
        x: root.portrait ? 0 : root.width - width
        width: root.portrait ? root.width : 690 * root.u
        anchors { top: root.portrait ? title.bottom : parent.top; topMargin: 16 * root.u }
        // Keys need the room; whatever is found is touched, and asked about, once more.
        visible: (root.model.shown.categories.length > 0 || root.model.shown.card !== "") && !root.searching
        model: root.model
    }
    MText {
        anchors.centerIn: list
        width: list.width
        visible: root.searching && root.model.shown.sections.length === 0
        horizontalAlignment: Text.AlignHCenter
        text: root.model.shown.words.nothing_found
        size: 36
    }
    ServiceList {
        id: list
        anchors { left: parent.left; top: root.portrait && priority.visible ? priority.bottom : title.bottom; topMargin: 24 * root.u }
        anchors.bottom: root.searching && root.portrait ? keys.top : parent.bottom
        anchors.bottomMargin: root.searching && root.portrait ? 16 * root.u : 0
        width: root.portrait ? root.width : (root.searching ? keys.x : priority.visible ? priority.x : root.width) - (root.beside ? 32 * root.u : 0)
        columns: root.portrait || root.beside ? 1 : 2
        model: root.model
    }
    SearchKeys {
        id: keys
        objectName: "search-keys"
        x: root.width - width
        width: root.portrait ? root.width : Math.min(root.width * 0.52, 930 * root.u)
        anchors.bottom: parent.bottom
        visible: root.searching
        model: root.model
    }
}

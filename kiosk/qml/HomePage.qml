// What do you need? As many large doors as there is something behind.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

FocusScope {
    id: root

    focus: true

    required property var visit
    required property bool portrait
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real margin: 48 * u
    readonly property int rows: Math.ceil(doors.count / 2)

    MText {
        id: title
        objectName: "greeting"
        anchors { left: parent.left; right: parent.right; leftMargin: root.margin; rightMargin: root.margin }
        text: root.visit.shown.words.greeting
        size: 56
        font.weight: Font.Bold
    }
    Grid {
        id: grid
        anchors { left: title.left; right: title.right; top: title.bottom; topMargin: 28 * root.u; bottom: waiting.top; bottomMargin: 24 * root.u }
        columns: doors.count > 1 ? 2 : 1
        spacing: 24 * root.u

        Repeater {
            id: doors
            model: root.visit.shown.doors

            Door {
                required property var modelData
                required property int index
                objectName: "door-" + modelData.page
                width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
                height: Math.min(520 * root.u, (grid.height - (root.rows - 1) * grid.spacing) / root.rows)
                focus: index === 0
                drawing: modelData.page
                text: modelData.title
                subtitle: modelData.subtitle
                onClicked: root.visit.open(modelData.page)
            }
        }
    }
    MText {
        id: waiting
        anchors { left: title.left; right: title.right; bottom: parent.bottom }
        text: root.visit.shown.waiting
        size: 30
        color: Theme.inkSoft
    }
}

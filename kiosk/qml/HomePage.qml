// What do you need? As many large doors as there is something behind.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua
import "components"

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
    // Doors with large letters may be more than the page holds.
    Flickable {
        id: view
        anchors { left: title.left; right: title.right; rightMargin: -24 * root.u; top: title.bottom; topMargin: 28 * root.u; bottom: waiting.top; bottomMargin: 24 * root.u }
        contentHeight: grid.height
        clip: interactive
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height + 1

        Grid {
            id: grid
            width: view.width - 24 * root.u
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
                    height: Math.max(implicitHeight, Math.min(520 * root.u, (view.height - (root.rows - 1) * grid.spacing) / root.rows))
                    focus: index === 0
                    low: !root.portrait
                    drawing: modelData.page
                    text: modelData.title
                    subtitle: modelData.subtitle
                    onActiveFocusChanged: if (activeFocus) view.contentY = Math.max(0, Math.min(y, view.contentHeight - view.height))
                    onClicked: root.visit.open(modelData.page)
                }
            }
        }
        ScrollMark { view: view }
    }
    MText {
        id: waiting
        anchors { left: title.left; right: title.right; bottom: parent.bottom }
        text: root.visit.shown.waiting
        size: 30
        color: Theme.inkSoft
    }
}

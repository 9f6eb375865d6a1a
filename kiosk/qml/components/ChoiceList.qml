// Things to choose from, large, in one column or two; scrolls when they are many.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Flickable {
    id: root

    required property var choices // [{id, name}]
    required property bool portrait
    required property string prefix // of the objectNames
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    signal chosen(string id)

    contentHeight: grid.height
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentHeight > height + 1

    Grid {
        id: grid
        columns: root.portrait ? 1 : 2
        spacing: 16 * root.u

        Repeater {
            model: root.choices

            MButton {
                required property var modelData
                objectName: root.prefix + modelData.id
                width: (root.width - (grid.columns - 1) * grid.spacing) / grid.columns
                height: Math.max(112 * root.u, implicitHeight)
                kind: "secondary"
                size: 36
                text: modelData.name
                onClicked: root.chosen(modelData.id)
                onActiveFocusChanged: if (activeFocus)
                    root.contentY = Math.max(0, Math.min(y, Math.max(root.contentY, y + height - root.height)))
            }
        }
    }
    ScrollMark { view: root }
}

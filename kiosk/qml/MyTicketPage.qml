// Type or scan a number; below, or beside, where it stands.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua
import "components"

FocusScope {
    id: root

    focus: true

    required property var model
    required property bool portrait
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real margin: 48 * u
    // What is typed on a real keyboard.
    readonly property QtObject line: QtObject {
        function press(key: string): void { root.model.typeLetter(key.toUpperCase()); }
        function erase(): void { root.model.typeLetter(""); }
    }

    Keys.onReturnPressed: model.lookUp(model.shown.typed)
    Keys.onEnterPressed: model.lookUp(model.shown.typed)

    Column {
        id: asking
        x: root.margin
        width: root.portrait ? root.width - 2 * root.margin : root.width * 0.5 - root.margin
        spacing: (root.portrait ? 20 : 12) * root.u

        // Lying, the title and the number share a line: the keys need the height.
        Grid {
            columns: root.portrait ? 1 : 2
            spacing: 20 * root.u
            verticalItemAlignment: Grid.AlignVCenter

            MText {
                id: title
                text: root.model.shown.words.title
                size: root.portrait ? 52 : 44
                font.weight: Font.Bold
            }
            Rectangle {
                width: root.portrait ? asking.width : asking.width - title.width - 20 * root.u
                height: (root.portrait ? 130 : 96) * root.u
                radius: 14 * root.u
                color: Theme.card
                border.color: Theme.edge
                border.width: Math.max(1, 2 * root.u)

                NumberText {
                    objectName: "typed"
                    anchors.centerIn: parent
                    text: root.model.shown.typed
                    size: root.portrait ? 80 : 68
                    color: Theme.primary
                }
            }
        }
        MText {
            width: parent.width
            text: root.model.shown.words.prompt
            size: root.portrait ? 32 : 28
            color: Theme.inkSoft
        }
        NumberKeys {
            width: parent.width
            model: root.model
        }
    }
    PlaceCard {
        x: root.portrait ? root.margin : root.width * 0.5 + root.margin * 0.5
        y: root.portrait ? asking.y + asking.height + 24 * root.u : 0
        width: root.portrait ? root.width - 2 * root.margin : root.width * 0.5 - root.margin * 1.5
        height: root.height - y
        model: root.model
    }
}

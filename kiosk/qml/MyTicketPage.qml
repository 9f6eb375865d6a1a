// Type or scan a number; below, or beside, where it stands.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua
import "components"

FocusScope {
    id: root

    required property var model
    required property bool portrait
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real margin: 48 * u
    // What is typed on a real keyboard.
    readonly property QtObject line: QtObject {
        function press(key: string): void { root.model.typeLetter(key.toUpperCase()); }
        function erase(): void { root.model.typeLetter(""); }
    }

    Keys.onReturnPressed: root.model.lookUp(root.model.shown.typed)

    Column {
        id: asking
        x: root.margin
        width: root.portrait ? root.width - 2 * root.margin : root.width * 0.5 - root.margin
        spacing: (root.portrait ? 20 : 12) * root.u

        MText {
            width: parent.width
            text: root.model.shown.words.title
            size: 52
            font.weight: Font.Bold
        }
        MText {
            width: parent.width
            text: root.model.shown.words.prompt
            size: 32
            color: Theme.inkSoft
        }
        Rectangle {
            width: parent.width
            height: (root.portrait ? 130 : 110) * root.u
            radius: 14 * root.u
            color: Theme.card
            border.color: Theme.line
            border.width: Math.max(1, 2 * root.u)

            NumberText {
                objectName: "typed"
                anchors.centerIn: parent
                text: root.model.shown.typed
                size: 80
                color: Theme.primary
            }
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

// A large door of a home screen: a drawing, what it is called, and what is behind it.
// A low one has its drawing beside the words.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

T.AbstractButton {
    id: root

    required property string drawing
    required property string subtitle
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    property bool low: false
    readonly property real beside: low ? icon.side + 28 * u : 0

    implicitHeight: (low ? 0 : icon.side + words.spacing) + words.implicitHeight + 2 * padding
    padding: 32 * u
    focusPolicy: Qt.StrongFocus
    Accessible.name: `${text}, ${subtitle}`
    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    background: Rectangle {
        color: root.down ? Theme.idle : Theme.card
        radius: 20 * root.u
        border.color: Theme.edge
        border.width: Math.max(1, 2 * root.u)

        FocusRing { target: root }
    }
    contentItem: Item {
        Icon {
            id: icon
            name: root.drawing
            side: 84 * root.u
            y: root.low ? (parent.height - side) / 2 : words.y - side - words.spacing
        }
        Column {
            id: words
            x: root.beside
            y: (parent.height - height + (root.low ? 0 : icon.side + spacing)) / 2
            width: parent.width - root.beside
            spacing: 14 * root.u

            MText {
                width: parent.width
                text: root.text
                size: 44
                font.weight: Font.Bold
                Accessible.ignored: true
            }
            MText {
                width: parent.width
                text: root.subtitle
                size: 30
                color: Theme.inkSoft
                Accessible.ignored: true
            }
        }
    }
}

// Time, fee or counter: what it is, and how much.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Rectangle {
    id: root

    required property var fact // {id, name, text}
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    objectName: "fact-" + fact.id
    implicitHeight: words.implicitHeight + 40 * u
    radius: 16 * u
    color: Theme.card
    border.color: Theme.line
    border.width: Math.max(1, 2 * u)
    Accessible.role: Accessible.StaticText
    Accessible.name: `${fact.name}: ${fact.text}`

    Column {
        id: words
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: 20 * root.u }
        spacing: 6 * root.u

        MText {
            width: parent.width
            text: root.fact.name
            size: 28
            color: Theme.inkSoft
            Accessible.ignored: true
        }
        MText {
            objectName: "fact-text-" + root.fact.id
            width: parent.width
            text: root.fact.text
            size: text.length > 60 ? 28 : 34
            font.weight: Font.Bold
            Accessible.ignored: true
        }
    }
}

// A paper to bring, with a box to tick in one's mind, and how many of it.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Item {
    id: root

    required property var paper // {name, count}
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    implicitHeight: Math.max(box.height, words.implicitHeight)
    Accessible.role: Accessible.ListItem
    Accessible.name: paper.count === "" ? paper.name : `${paper.name}, ${paper.count}`

    Rectangle {
        id: box
        y: 6 * root.u
        width: 34 * root.u
        height: width
        radius: 6 * root.u
        color: "transparent"
        border.color: Theme.primary
        border.width: Math.max(2, 3 * root.u)
    }
    Column {
        id: words
        anchors { left: box.right; leftMargin: 22 * root.u; right: parent.right }

        MText {
            width: parent.width
            text: root.paper.name
            size: 32
            Accessible.ignored: true
        }
        MText {
            width: parent.width
            visible: text !== ""
            text: root.paper.count
            size: 28
            color: Theme.inkSoft
            Accessible.ignored: true
        }
    }
}

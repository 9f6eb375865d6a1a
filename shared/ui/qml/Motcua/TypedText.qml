// The line being typed, with a cursor at its end. No TextInput: no input method, neither the
// system's nor a keyboard's own, can come between the keys and the line.
pragma ComponentBehavior: Bound
import QtQuick

Rectangle {
    id: root

    required property var line // a TypedLine
    required property string caption // what is to be typed, shown while nothing is
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    property real size: 40
    property bool mono: false
    property bool hidden: false // dots for what nobody else should read
    readonly property string shownText: hidden ? "•".repeat(line.text.length) : line.text
    property bool wraps: false // many words, as many lines as there is room for

    signal touched()

    implicitHeight: Math.max(104 * u, hint.implicitHeight + 24 * u)
    color: Theme.card
    radius: 14 * u
    border.color: activeFocus ? Theme.focus : Theme.primary
    border.width: Math.max(2, 3 * u)
    activeFocusOnTab: true
    clip: true
    Accessible.role: Accessible.EditableText
    Accessible.name: line.text === "" ? caption : `${caption}: ${shownText}`
    Accessible.focusable: true

    TapHandler { onTapped: root.touched() }

    MText {
        id: hint
        anchors { left: parent.left; right: parent.right; margins: 28 * root.u }
        y: root.wraps ? 20 * root.u : (root.height - height) / 2
        visible: root.line.text === ""
        text: root.caption
        size: Math.min(root.size, 34)
        color: Theme.inkSoft
        maximumLineCount: 3
        Accessible.ignored: true
    }
    MText {
        id: typed
        objectName: "typed"
        // The end is what somebody who types looks at.
        x: root.wraps ? 28 * root.u : Math.min(28 * root.u, root.width - 36 * root.u - implicitWidth)
        y: root.wraps ? Math.min(20 * root.u, root.height - height - 20 * root.u) : (root.height - height) / 2
        width: root.wraps ? root.width - 56 * root.u : implicitWidth
        text: root.shownText
        size: root.size
        font.family: root.mono ? Theme.numberFace : Theme.textFace
        font.weight: Font.DemiBold
        wrapMode: root.wraps ? Text.Wrap : Text.NoWrap
        elide: Text.ElideNone
        Accessible.ignored: true
    }
    Rectangle {
        x: typed.x + typed.width + 4 * root.u
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(2, 4 * root.u)
        height: typed.font.pixelSize * 1.2
        visible: root.line.text !== "" && !root.wraps
        color: Theme.primary
    }
}

// One calm line that something is not as it should be: words first, colour second.
pragma ComponentBehavior: Bound
import QtQuick

Rectangle {
    id: root

    required property string text
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    property real size: 30

    visible: text !== ""
    implicitHeight: visible ? words.implicitHeight + 28 * u : 0
    color: Theme.warnPaper
    radius: 12 * u

    NumberText {
        id: sign
        anchors.left: parent.left
        anchors.leftMargin: 24 * root.u
        anchors.verticalCenter: parent.verticalCenter
        text: "!"
        size: root.size * 1.2
        color: Theme.warnInk
        Accessible.ignored: true
    }
    MText {
        id: words
        anchors.left: sign.right
        anchors.leftMargin: 18 * root.u
        anchors.right: parent.right
        anchors.rightMargin: 24 * root.u
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        size: root.size
        font.weight: Font.Medium
        color: Theme.warnInk
        maximumLineCount: 3
        Accessible.role: Accessible.AlertMessage
    }
}

// One of many counters: its sign on the first line, its number or state across the rest.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Item {
    id: root

    required property string counterWord
    required property var now // {label, number, status}
    required property color ink
    required property color inkSoft
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real side: 16 * u

    MText {
        anchors { left: parent.left; leftMargin: root.side; right: label.left; baseline: label.baseline }
        text: root.counterWord
        size: 28
        color: root.inkSoft
        maximumLineCount: 1
        Accessible.ignored: true
    }
    NumberText {
        id: label
        anchors { right: parent.right; rightMargin: root.side; top: parent.top; topMargin: 8 * root.u }
        text: root.now.label
        size: Math.min(56, root.height / root.u * 0.26)
        color: root.ink
        Accessible.ignored: true
    }
    NumberText {
        anchors { left: parent.left; right: parent.right; top: label.bottom; bottom: parent.bottom; leftMargin: root.side; rightMargin: root.side }
        visible: root.now.number !== ""
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.now.number
        size: 120
        fontSizeMode: Text.Fit
        minimumPixelSize: 16
        font.weight: Font.ExtraBold
        color: root.ink
        Accessible.ignored: true
    }
    MText {
        anchors { left: parent.left; right: parent.right; top: label.bottom; bottom: parent.bottom; leftMargin: root.side; rightMargin: root.side }
        visible: root.now.number === ""
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.now.status
        size: 36
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 16
        color: root.inkSoft
        maximumLineCount: 1
        Accessible.ignored: true
    }
}

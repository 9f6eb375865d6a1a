// A counter with room beside it: its sign at the left, its number as large as fits at the right.
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
    readonly property real side: 24 * u
    readonly property bool roomy: height > 210 * u

    Column {
        id: sign
        anchors { left: parent.left; leftMargin: root.side; verticalCenter: parent.verticalCenter }
        width: Math.min(300 * root.u, root.width * 0.3)

        MText {
            width: parent.width
            text: root.counterWord
            size: 32
            color: root.inkSoft
            maximumLineCount: 1
            Accessible.ignored: true
        }
        NumberText {
            width: parent.width
            text: root.now.label
            size: Math.min(120, root.height / root.u * 0.5)
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 20
            color: root.ink
            Accessible.ignored: true
        }
    }
    NumberText {
        anchors { left: sign.right; right: parent.right; rightMargin: root.side; top: parent.top; bottom: root.roomy ? status.top : parent.bottom }
        visible: root.now.number !== ""
        horizontalAlignment: Text.AlignRight
        verticalAlignment: Text.AlignVCenter
        text: root.now.number
        size: 200
        fontSizeMode: Text.Fit
        minimumPixelSize: 20
        font.weight: Font.ExtraBold
        color: root.ink
        Accessible.ignored: true
    }
    MText {
        id: status
        anchors { left: sign.right; right: parent.right; rightMargin: root.side; bottom: parent.bottom; bottomMargin: 18 * root.u }
        visible: root.roomy && root.now.number !== ""
        horizontalAlignment: Text.AlignRight
        text: root.now.status
        size: 32
        color: root.inkSoft
        maximumLineCount: 1
        Accessible.ignored: true
    }
    MText {
        anchors { left: sign.right; right: parent.right; rightMargin: root.side; verticalCenter: parent.verticalCenter }
        visible: root.now.number === ""
        horizontalAlignment: Text.AlignRight
        text: root.now.status
        size: 44
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 20
        color: root.inkSoft
        maximumLineCount: 1
        Accessible.ignored: true
    }
}

// One call among several: the number, an arrow, the counter; each as large as its share allows.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Item {
    id: root

    required property string number
    required property string label
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real side: 28 * u

    NumberText {
        anchors { left: parent.left; leftMargin: root.side; top: parent.top; bottom: parent.bottom }
        width: parent.width * 0.56 - root.side
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.number
        size: 170
        fontSizeMode: Text.Fit
        minimumPixelSize: 20
        font.weight: Font.ExtraBold
        color: Theme.goldInk
        Accessible.ignored: true
    }
    Arrow {
        x: parent.width * 0.56
        width: parent.width * 0.16
        height: parent.height
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
    NumberText {
        anchors { right: parent.right; rightMargin: root.side; top: parent.top; bottom: parent.bottom }
        width: parent.width * 0.28 - root.side
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.label
        size: 170
        fontSizeMode: Text.Fit
        minimumPixelSize: 20
        font.weight: Font.ExtraBold
        color: Theme.goldInk
        Accessible.ignored: true
    }
}

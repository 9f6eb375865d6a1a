// Says plainly that what is shown may be old.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Rectangle {
    id: root

    required property string text
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    visible: text !== ""
    implicitHeight: visible ? 72 * u : 0
    height: implicitHeight
    radius: 10 * u
    color: Theme.warnPaper

    MText {
        anchors.fill: parent
        anchors.margins: 10 * root.u
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.text
        size: 36
        font.weight: Font.DemiBold
        color: Theme.warnInk
        maximumLineCount: 1
    }
}

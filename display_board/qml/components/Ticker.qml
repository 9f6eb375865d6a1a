// The hall's running text; stands still when it fits.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Rectangle {
    id: root

    required property string text
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property bool runs: words.implicitWidth > width - 96 * u
    readonly property real speed: 110 * u

    visible: text !== ""
    height: visible ? 72 * u : 0
    color: Theme.nightCard
    clip: true

    Text {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        x: root.runs ? root.width : 48 * root.u
        text: root.text
        font.family: Theme.textFace
        font.pixelSize: Math.max(1, Math.round(34 * root.u))
        color: Theme.nightText
        textFormat: Text.PlainText
        Accessible.role: Accessible.StaticText
        Accessible.name: text

        NumberAnimation on x {
            running: root.runs && root.visible
            loops: Animation.Infinite
            from: root.width
            to: -words.implicitWidth
            duration: Math.max(1, (root.width + words.implicitWidth) / root.speed * 1000)
        }
    }
}

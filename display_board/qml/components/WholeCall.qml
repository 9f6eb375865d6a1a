// One call in the whole card, in words: who, and to which counter. Each part fits its share.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Item {
    id: root

    required property var words
    required property string number
    required property string label
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real side: 24 * u

    MText {
        id: invite
        anchors { top: parent.top; topMargin: parent.height * 0.03; left: parent.left; right: parent.right }
        horizontalAlignment: Text.AlignHCenter
        text: root.words.invite
        size: Math.min(56, root.height / root.u * 0.12)
        font.weight: Font.DemiBold
        color: Theme.goldInk
        maximumLineCount: 1
        Accessible.ignored: true
    }
    NumberText {
        anchors { top: invite.bottom; bottom: place.top; left: parent.left; right: parent.right; leftMargin: root.side; rightMargin: root.side }
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.number
        size: 300
        fontSizeMode: Text.Fit
        minimumPixelSize: 20
        font.weight: Font.ExtraBold
        color: Theme.goldInk
        Accessible.ignored: true
    }
    Row {
        id: place
        anchors { bottom: parent.bottom; bottomMargin: parent.height * 0.03; horizontalCenter: parent.horizontalCenter }
        spacing: 28 * root.u

        MText {
            anchors.verticalCenter: parent.verticalCenter
            text: root.words.to_counter
            size: Math.min(60, root.height / root.u * 0.13)
            font.weight: Font.DemiBold
            color: Theme.goldInk
            Accessible.ignored: true
        }
        NumberText {
            anchors.verticalCenter: parent.verticalCenter
            text: root.label
            size: Math.min(130, root.height / root.u * 0.24)
            font.weight: Font.ExtraBold
            color: Theme.goldInk
            Accessible.ignored: true
        }
    }
}

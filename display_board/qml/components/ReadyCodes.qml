// The codes of dossiers that can be collected, as many as there is room for: one of the pages.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Rectangle {
    id: root

    required property string title
    required property var codes
    required property int page
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real margin: 20 * u
    readonly property real lineHeight: 42 * u
    readonly property int lines: Math.max(1, Math.floor((height - heading.height - 16 * u) / lineHeight))
    readonly property int columns: width > 680 * u ? 2 : 1
    readonly property int fitting: lines * columns
    readonly property int pages: Math.ceil(codes.length / fitting)
    readonly property int first: page * fitting

    objectName: "ready-codes"
    radius: 16 * u
    color: Theme.nightCard

    MText {
        id: heading
        anchors { left: parent.left; right: turn.left; top: parent.top; margins: 8 * root.u; leftMargin: root.margin }
        text: root.title
        size: 28
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 10
        maximumLineCount: 1
        font.weight: Font.DemiBold
        color: Theme.nightSoft
    }
    MText {
        id: turn
        anchors { right: parent.right; rightMargin: root.margin; top: heading.top }
        text: root.pages > 1 ? (root.page + 1) + "/" + root.pages : ""
        size: 28
        color: Theme.nightSoft
    }
    Grid {
        anchors { left: parent.left; right: parent.right; top: heading.bottom; leftMargin: root.margin; rightMargin: root.margin }
        columns: root.columns

        Repeater {
            model: Math.max(0, Math.min(root.codes.length - root.first, root.fitting))

            NumberText {
                required property int index
                width: (root.width - 2 * root.margin) / root.columns
                height: root.lineHeight
                verticalAlignment: Text.AlignVCenter
                text: root.codes[root.first + index] ?? ""
                size: 32
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 10
                rightPadding: 12 * root.u
                color: Theme.gold
            }
        }
    }
}

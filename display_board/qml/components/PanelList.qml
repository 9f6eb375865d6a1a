// A title and as many rows as fit whole; with ``turns``, the others come in turn.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Item {
    id: root

    required property string title
    required property var rows // [{left, right}]
    property string valueTitle: ""
    property bool digits: false
    property bool turns: false
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real rowHeight: 46 * u
    readonly property int fitting: Math.max(1, Math.floor((height - heading.height - 8 * u) / rowHeight))
    readonly property int pages: turns ? Math.ceil(rows.length / fitting) : 1
    property int page: 0
    readonly property int first: pages > 1 ? (page % pages) * fitting : 0

    Timer {
        interval: 8000
        repeat: true
        running: root.pages > 1
        onTriggered: root.page = (root.page + 1) % root.pages
    }

    MText {
        id: heading
        anchors { left: parent.left; right: valueHeading.left }
        anchors.rightMargin: 12 * root.u
        text: root.title
        size: 30
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 12
        font.weight: Font.DemiBold
        color: Theme.nightSoft
        maximumLineCount: 1
    }
    MText {
        id: valueHeading
        anchors.right: parent.right
        text: root.pages > 1 ? (root.first / root.fitting + 1) + "/" + root.pages : root.valueTitle
        size: 30
        color: Theme.nightSoft
    }
    Column {
        anchors { left: parent.left; right: parent.right; top: heading.bottom; topMargin: 8 * root.u }

        Repeater {
            model: Math.min(root.rows.length - root.first, root.fitting)

            Item {
                id: line
                required property int index
                readonly property var modelData: root.rows[root.first + index] ?? ({ left: "", right: "" })
                width: parent?.width ?? 0
                height: root.rowHeight

                MText {
                    visible: !root.digits
                    anchors.left: parent.left
                    anchors.right: value.left
                    anchors.rightMargin: 12 * root.u
                    anchors.verticalCenter: parent.verticalCenter
                    text: line.modelData.left
                    size: 32
                    color: Theme.nightText
                    maximumLineCount: 1
                }
                NumberText {
                    visible: root.digits
                    anchors.left: parent.left
                    anchors.verticalCenter: parent.verticalCenter
                    text: line.modelData.left
                    size: 38
                    color: Theme.nightText
                }
                NumberText {
                    id: value
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    text: line.modelData.right
                    size: 38
                    color: Theme.gold
                }
            }
        }
    }
}

// A title and as many rows as fit whole.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Item {
    id: root

    required property string title
    required property var rows // [{left, right}]
    property bool digits: false
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real rowHeight: 46 * u
    readonly property int fitting: Math.max(0, Math.floor((height - heading.height - 8 * u) / rowHeight))

    MText {
        id: heading
        width: parent.width
        text: root.title
        size: 30
        font.weight: Font.DemiBold
        color: Theme.nightSoft
        maximumLineCount: 1
    }
    Column {
        anchors { left: parent.left; right: parent.right; top: heading.bottom; topMargin: 8 * root.u }

        Repeater {
            model: Math.min(root.rows.length, root.fitting)

            Item {
                id: line
                required property int index
                readonly property var modelData: root.rows[index] ?? ({ left: "", right: "" })
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

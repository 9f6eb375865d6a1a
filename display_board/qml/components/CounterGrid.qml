// The counters with the number each is calling or serving; up to eight are read from 15 m.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Item {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property int count: Math.max(1, model.shown.counterCount)
    readonly property int columns: count <= 4 ? 1 : count <= 10 ? 2 : 3
    readonly property int rows: Math.ceil(count / columns)
    readonly property real gap: 16 * u
    readonly property real cellWidth: (width - (columns - 1) * gap) / columns
    readonly property real cellHeight: (height - (rows - 1) * gap) / rows

    Repeater {
        model: root.model.shown.counterCount

        Rectangle {
            id: cell
            required property int index
            readonly property var modelData: root.model.shown["counter" + index]
            readonly property color ink: modelData.fresh ? Theme.goldInk : Theme.nightText
            readonly property color inkSoft: modelData.fresh ? Theme.goldInk : Theme.nightSoft
            objectName: "counter-" + modelData.label
            x: (index % root.columns) * (root.cellWidth + root.gap)
            y: Math.floor(index / root.columns) * (root.cellHeight + root.gap)
            width: root.cellWidth
            height: root.cellHeight
            radius: 16 * root.u
            color: modelData.fresh ? Theme.gold : Theme.nightCard
            Accessible.role: Accessible.StaticText
            Accessible.name: [root.model.shown.words.counter, modelData.label, modelData.number, modelData.status].join(" ")

            Column {
                id: place
                anchors.left: parent.left
                anchors.leftMargin: 24 * root.u
                anchors.verticalCenter: parent.verticalCenter
                width: root.columns === 1 ? 300 * root.u : 150 * root.u

                MText {
                    width: parent.width
                    text: root.model.shown.words.counter
                    size: 32
                    color: cell.inkSoft
                    maximumLineCount: 1
                    Accessible.ignored: true
                }
                NumberText {
                    text: cell.modelData.label
                    size: Math.min(120, root.cellHeight / root.u * 0.5)
                    color: cell.ink
                    Accessible.ignored: true
                }
            }
            Column {
                anchors.left: place.right
                anchors.right: parent.right
                anchors.rightMargin: 24 * root.u
                anchors.verticalCenter: parent.verticalCenter

                NumberText {
                    width: parent.width
                    visible: text !== ""
                    horizontalAlignment: Text.AlignRight
                    text: cell.modelData.number
                    size: Math.min(root.columns === 1 ? 200 : 164, root.cellHeight / root.u * 0.9)
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 30
                    font.weight: Font.ExtraBold
                    color: cell.ink
                    lineHeight: 0.9
                    Accessible.ignored: true
                }
                MText {
                    width: parent.width
                    visible: cell.modelData.number === "" || root.cellHeight > 210 * root.u
                    horizontalAlignment: Text.AlignRight
                    text: cell.modelData.status
                    size: cell.modelData.number === "" ? 44 : 32
                    color: cell.inkSoft
                    maximumLineCount: 1
                    Accessible.ignored: true
                }
            }
        }
    }
}

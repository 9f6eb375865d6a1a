// The counters with the number each is calling or serving; up to ten are read from 15 m.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Item {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property int count: Math.max(1, model.shown.counterCount)
    readonly property int columns: count <= 4 ? 1 : count <= 10 ? 2 : count <= 12 ? 3 : count <= 20 ? 4 : 5
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

            Component {
                id: wide

                WideCell {
                    counterWord: root.model.shown.words.counter
                    now: cell.modelData
                    ink: cell.ink
                    inkSoft: cell.inkSoft
                }
            }
            Component {
                id: narrow

                NarrowCell {
                    counterWord: root.model.shown.words.counter
                    now: cell.modelData
                    ink: cell.ink
                    inkSoft: cell.inkSoft
                }
            }
            Loader {
                anchors.fill: parent
                sourceComponent: root.columns > 2 ? narrow : wide
            }
        }
    }
}

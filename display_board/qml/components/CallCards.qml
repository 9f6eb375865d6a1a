// The newest calls as cards that share the space: one large, two or three when many come.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Item {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property int count: Math.max(1, model.shown.cards.length)
    readonly property real gap: 16 * u

    Rectangle {
        anchors.fill: parent
        visible: root.model.shown.cards.length === 0
        radius: 20 * root.u
        color: Theme.nightCard

        MText {
            anchors.centerIn: parent
            width: parent.width - 80 * root.u
            horizontalAlignment: Text.AlignHCenter
            text: root.model.shown.words.nobody_called
            size: 64
            color: Theme.nightSoft
        }
    }
    Repeater {
        model: root.model.shown.cards.length

        Rectangle {
            id: card
            required property int index
            readonly property var modelData: root.model.shown.cards[index] ?? ({ number: "", label: "" })
            objectName: "call-" + modelData.number
            y: index * (height + root.gap)
            width: root.width
            height: (root.height - (root.count - 1) * root.gap) / root.count
            radius: 20 * root.u
            color: Theme.gold
            Accessible.role: Accessible.AlertMessage
            Accessible.name: root.model.shown.words.invite + " " + modelData.number + " "
                             + root.model.shown.words.to_counter + " " + modelData.label

            WholeCall {
                anchors.fill: parent
                visible: root.count === 1
                words: root.model.shown.words
                number: card.modelData.number
                label: card.modelData.label
            }
            ShortCall {
                anchors.fill: parent
                visible: root.count > 1
                number: card.modelData.number
                label: card.modelData.label
            }
        }
    }
}

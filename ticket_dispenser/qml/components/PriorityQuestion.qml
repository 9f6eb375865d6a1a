// Asked plainly before a number is taken; "No" is chosen until somebody says otherwise, or shows
// a card where the hall asks for one.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Column {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    spacing: 12 * u

    MText {
        width: parent.width
        text: root.model.shown.words.priority_question
        size: 32
        font.weight: Font.DemiBold
    }
    Flow {
        width: parent.width
        spacing: 16 * root.u

        MButton {
            objectName: "category-none"
            text: root.model.shown.words.priority_none
            size: 28
            kind: root.model.shown.categories.every(each => !each.chosen) ? "primary" : "secondary"
            choice: true
            chosen: kind === "primary"
            onClicked: root.model.chooseCategory("")
        }
        Repeater {
            model: root.model.shown.categories

            MButton {
                required property var modelData
                objectName: "category-" + modelData.id
                width: Math.min(implicitWidth, root.width)
                text: modelData.name
                size: 28
                kind: modelData.chosen ? "primary" : "secondary"
                choice: true
                chosen: modelData.chosen
                onClicked: root.model.chooseCategory(modelData.id)
            }
        }
    }
    MText {
        objectName: "card"
        width: parent.width
        visible: text !== ""
        text: root.model.shown.card
        size: 28
    }
}

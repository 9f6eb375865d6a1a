// What can be done now: the likeliest large and filled, the others two by two.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Flow {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    spacing: 8 * u

    Repeater {
        model: root.model.shown.actions.filter(each => each.id !== "pick") // beside the list

        MButton {
            required property int index
            required property var modelData
            objectName: "act-" + modelData.id
            width: index === 0 ? root.width : (root.width - root.spacing) / 2
            height: (index === 0 ? 68 : 52) * root.u
            leftPadding: 14 * root.u
            rightPadding: 14 * root.u
            kind: index === 0 ? "primary" : "secondary"
            size: index === 0 ? 24 : 18
            text: modelData.name + (modelData.id === "recall" && root.model.shown.countdown !== "" ? " (" + root.model.shown.countdown + ")" : "")
            shortcut: modelData.key
            enabled: root.model.shown.enabled.includes(modelData.id)
            onClicked: root.model.act(modelData.id)
        }
    }
}

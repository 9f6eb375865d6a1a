// What can go wrong, now or at a moment of the next ticket; the same button puts it right.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Column {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    spacing: 8 * u

    MText {
        width: parent.width
        text: root.model.shown.words.faults
        size: 20
        font.weight: Font.Bold
    }
    Flow {
        width: parent.width
        spacing: 8 * root.u
        Accessible.role: Accessible.Grouping
        Accessible.name: root.model.shown.words.when

        Repeater {
            model: root.model.shown.moments
            delegate: MButton {
                required property var modelData
                objectName: "at-" + modelData.id
                height: 40 * root.u
                implicitWidth: contentItem.implicitWidth + 32 * root.u
                leftPadding: 14 * root.u
                rightPadding: 14 * root.u
                text: modelData.text
                size: 17
                choice: true
                chosen: modelData.chosen
                kind: chosen ? "primary" : "secondary"
                onClicked: root.model.chooseMoment(modelData.id)
            }
        }
    }
    Grid {
        id: grid
        width: parent.width
        columns: 2
        spacing: 8 * root.u

        Repeater {
            model: root.model.shown.switches
            delegate: MButton {
                required property var modelData
                objectName: "fault-" + modelData.id
                width: (grid.width - grid.spacing) / 2
                height: 45 * root.u
                leftPadding: 12 * root.u
                rightPadding: 12 * root.u
                text: modelData.text
                size: 17
                choice: true
                chosen: modelData.on || modelData.planned
                kind: modelData.on ? "danger" : modelData.planned ? "primary" : "secondary"
                onClicked: root.model.touch(modelData.id)
            }
        }
    }
    MText {
        objectName: "plans"
        width: parent.width
        visible: text !== ""
        text: root.model.shown.plans
        size: 17
        color: Theme.warnInk
        maximumLineCount: 2
    }
}

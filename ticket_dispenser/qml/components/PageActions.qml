// Up and down where a list is longer than the screen; several services in one visit.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Row {
    id: root

    required property var model
    required property Flickable view
    required property real needed // the height at which the view need not scroll
    required property real room // the height it has without these buttons
    property bool servicesShown: false
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property bool long: needed > room + 1
    readonly property var words: model.shown.words

    spacing: 16 * u

    // A little of what was seen stays in sight.
    function turn(pages: real): void {
        const far = view.contentHeight - view.height;
        view.contentY = Math.max(0, Math.min(far, view.contentY + pages * 0.85 * view.height));
    }

    MButton {
        objectName: "page-up"
        visible: root.long
        enabled: root.view.contentY > 1
        kind: "secondary"
        text: root.words.up
        onClicked: root.turn(-1)
    }
    MButton {
        objectName: "page-down"
        visible: root.long
        enabled: root.view.contentY < root.view.contentHeight - root.view.height - 1
        kind: "secondary"
        text: root.words.down
        onClicked: root.turn(1)
    }
    MButton {
        objectName: "several"
        visible: root.servicesShown && !root.model.shown.several
        kind: "secondary"
        text: root.words.several
        onClicked: root.model.chooseSeveral(true)
    }
    MButton {
        objectName: "single"
        visible: root.model.shown.several
        kind: "secondary"
        text: root.words.single
        onClicked: root.model.chooseSeveral(false)
    }
    MButton {
        objectName: "take-picked"
        visible: root.model.shown.several
        enabled: root.model.shown.active && root.model.shown.picked.length > 0
        text: root.model.shown.takeWords
        onClicked: root.model.takePicked()
    }
}

// The pieces of paper that left the printer, the newest on top.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Item {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    MText {
        id: heading
        width: parent.width
        text: root.model.shown.words.tray
        size: 20
        font.weight: Font.Bold
    }
    MText {
        anchors { top: heading.bottom; topMargin: 12 * root.u }
        width: parent.width
        visible: list.count === 0
        text: root.model.shown.words.tray_empty
        size: 18
        color: Theme.inkSoft
    }
    ListView {
        id: list
        objectName: "tray"
        anchors { left: parent.left; right: parent.right; top: heading.bottom; bottom: parent.bottom; topMargin: 12 * root.u }
        spacing: 20 * root.u
        clip: true
        model: root.model.shown.slips
        delegate: Column {
            id: slip
            required property var modelData
            width: ListView.view.width
            spacing: 6 * root.u

            MText {
                width: parent.width
                text: slip.modelData.name
                size: 17
                color: Theme.inkSoft
                maximumLineCount: 2
            }
            Rectangle {
                width: parent.width
                height: paper.height + 2
                color: Theme.line

                Image {
                    id: paper
                    objectName: "slip-" + slip.modelData.number
                    x: 1
                    y: 1
                    width: parent.width - 2
                    height: width * slip.modelData.ratio
                    source: slip.modelData.source
                    smooth: true
                }
            }
        }
    }
}

// Left: the newest calls, large, and what else people should know. Right: the counters.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua
import "components"

Item {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real gap: 24 * u

    ScreenHeader {
        id: header
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: root.gap * 1.5; topMargin: root.gap }
        unitAbove: [root.model.shown.unitAbove, root.model.shown.date].filter(each => each !== "").join("  ·  ")
        hall: root.model.shown.hallName
        time: root.model.shown.time
        ink: Theme.nightText
        inkSoft: Theme.nightSoft
    }
    StaleStamp {
        id: stamp
        objectName: "stamp"
        anchors { left: header.left; right: header.right; top: header.bottom }
        anchors.topMargin: visible ? root.gap / 2 : 0
        text: root.model.shown.stamp
    }
    Item {
        id: body
        anchors { left: header.left; right: header.right; top: stamp.bottom; bottom: ticker.top }
        anchors.topMargin: root.gap
        anchors.bottomMargin: root.gap
        visible: root.model.shown.known

        CallCards {
            id: calls
            anchors { left: parent.left; top: parent.top }
            width: parent.width * (grid.columns > 2 ? 0.36 : 0.44)
            height: parent.height * (root.model.shown.media.length > 0 || grid.columns > 2 ? 0.48 : panels.hasFigures ? 0.5 : 0.54)
            model: root.model
        }
        SidePanels {
            id: panels
            anchors { left: calls.left; right: calls.right; top: calls.bottom; bottom: parent.bottom; topMargin: root.gap }
            model: root.model
        }
        CounterGrid {
            id: grid
            anchors { left: calls.right; leftMargin: root.gap; right: parent.right; top: parent.top; bottom: parent.bottom }
            model: root.model
        }
    }
    Ticker {
        id: ticker
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        text: root.model.shown.runningText
    }
}

// The board's window; at 4K everything simply grows.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

MWindow {
    id: root

    required property var screenModel

    width: 1920
    height: 1080
    color: Theme.night
    objectName: "board"
    title: root.screenModel.shown.windowTitle

    BoardScreen {
        anchors.fill: parent
        model: root.screenModel
    }
}

// The dispenser's window: lays the screen out for portrait and landscape.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

MWindow {
    id: root

    required property var screenModel

    width: 1920
    height: 1080
    designWidth: portrait ? 1080 : 1920
    designHeight: portrait ? 1920 : 1080
    objectName: "dispenser"
    title: root.screenModel.shown.windowTitle
    readonly property bool portrait: height > width

    DispenserScreen {
        anchors.fill: parent
        model: root.screenModel
        portrait: root.portrait
    }
}

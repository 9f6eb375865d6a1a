// The citizen's panel: a second screen or a tablet on the counter.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

MWindow {
    id: root

    required property var screenModel

    width: 1280
    height: 800
    designWidth: 1280
    designHeight: 800
    objectName: "panel"
    title: root.screenModel.shown.windowTitle

    PanelScreen {
        anchors.fill: parent
        model: root.screenModel
    }
}

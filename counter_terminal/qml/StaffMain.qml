// The officer's window: narrow, to stand beside the browser of the one-stop system.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

MWindow {
    id: root

    required property var screenModel

    width: 480
    height: 960
    designWidth: 480
    designHeight: 960
    minimumWidth: 360
    minimumHeight: 640
    objectName: "staff"
    title: root.screenModel.shown.windowTitle

    StaffScreen {
        anchors.fill: parent
        model: root.screenModel
    }
}

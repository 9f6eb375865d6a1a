// The kiosk's window, upright or lying.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

MWindow {
    id: root

    required property var screenModel
    readonly property bool portrait: height > width
    readonly property var comfort: root.screenModel.visit.shown.comfort

    width: 1080
    height: 1920
    designWidth: portrait ? 1080 : 1920
    designHeight: portrait ? 1920 : 1080
    objectName: "kiosk"
    title: root.screenModel.visit.shown.windowTitle

    Binding { target: Theme; property: "highContrast"; value: root.comfort.highContrast }
    Binding { target: Theme; property: "textScale"; value: root.comfort.textScale }

    KioskScreen {
        anchors.fill: parent
        model: root.screenModel
        portrait: root.portrait
    }
}

// The kiosk's window, upright or lying.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

MWindow {
    id: root

    required property var screenModel
    readonly property bool portrait: height > width

    width: 1080
    height: 1920
    designWidth: portrait ? 1080 : 1920
    designHeight: portrait ? 1920 : 1080
    objectName: "kiosk"
    title: root.screenModel.shown.hallName

    MyTicketScreen {
        anchors.fill: parent
        model: root.screenModel
        portrait: root.portrait
    }
}

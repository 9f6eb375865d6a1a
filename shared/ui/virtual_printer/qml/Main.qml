// Tickets as paper, the newest on top.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

MWindow {
    id: root

    required property var tray

    width: 480
    height: 900
    designWidth: 480
    designHeight: 900
    visible: true
    title: "printer"
    color: "#5B6472"

    ListView {
        anchors.fill: parent
        anchors.margins: 24
        spacing: 24
        model: root.tray.papers
        delegate: Rectangle {
            id: paper
            required property var modelData
            width: ListView.view.width
            height: image.height + 40
            color: Theme.card

            Image {
                id: image
                y: 20
                width: parent.width
                height: width * paper.modelData.height / paper.modelData.width
                source: paper.modelData.source
                smooth: true
            }
        }
    }
}

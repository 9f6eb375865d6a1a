// The printer as it stands on the counter: paper rises from the slot while it prints.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Rectangle {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real paperWidth: 300 * u

    color: Theme.idle
    radius: 20 * u
    clip: true

    Rectangle {
        id: edge
        visible: strip.visible
        anchors.fill: strip
        anchors.leftMargin: -1
        anchors.rightMargin: -1
        color: Theme.line
    }
    Image {
        id: strip
        objectName: "strip"
        visible: root.model.shown.strip !== ""
        anchors { horizontalCenter: parent.horizontalCenter; bottom: body.top }
        width: root.paperWidth
        height: width * root.model.shown.stripRatio
        source: root.model.shown.strip
        cache: false
        smooth: true
    }
    Item {
        id: inside // seen when the cover is up
        anchors { left: body.left; right: body.right; bottom: body.top; bottomMargin: -20 * root.u; leftMargin: 20 * root.u; rightMargin: 20 * root.u }
        height: lid.lift + 40 * root.u
        visible: lid.lift > 0

        Rectangle {
            anchors.fill: parent
            color: Theme.night
        }
        Rectangle {
            anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: 4 * root.u }
            width: root.paperWidth
            height: 84 * root.u
            radius: 14 * root.u
            color: Theme.card
            visible: !root.model.shown.empty
        }
    }
    Rectangle {
        id: lid
        property real lift: root.model.shown.open ? 76 * root.u : 0
        anchors { left: body.left; right: body.right; bottom: body.top; bottomMargin: lift - 22 * root.u }
        height: 44 * root.u
        radius: 18 * root.u
        color: Theme.nightLine

        Behavior on lift { NumberAnimation { duration: Theme.calmMs; easing.type: Easing.OutCubic } }
        Rectangle {
            anchors { horizontalCenter: parent.horizontalCenter; top: parent.top }
            width: root.paperWidth + 24 * root.u
            height: 5 * root.u
            radius: height / 2
            color: Theme.night
        }
    }
    Rectangle {
        id: body
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: 18 * root.u }
        height: 118 * root.u
        radius: 18 * root.u
        color: Theme.nightCard

        Row {
            anchors { horizontalCenter: parent.horizontalCenter; top: parent.top; topMargin: 28 * root.u }
            spacing: 34 * root.u

            Repeater {
                model: root.model.shown.lamps
                delegate: Row {
                    id: lamp
                    required property var modelData
                    spacing: 10 * root.u

                    Rectangle {
                        anchors.verticalCenter: parent.verticalCenter
                        width: 18 * root.u
                        height: width
                        radius: width / 2
                        color: lamp.modelData.lit ? Theme.gold : "transparent"
                        border.color: lamp.modelData.lit ? Theme.gold : Theme.nightSoft
                        border.width: 2 * root.u
                        objectName: "lamp-" + lamp.modelData.id
                        Accessible.role: Accessible.Indicator
                        Accessible.name: lamp.modelData.name
                        Accessible.checked: lamp.modelData.lit
                    }
                    MText {
                        anchors.verticalCenter: parent.verticalCenter
                        text: lamp.modelData.name
                        size: 18
                        color: lamp.modelData.lit ? Theme.nightText : Theme.nightSoft
                        font.weight: lamp.modelData.lit ? Font.Bold : Font.Normal
                    }
                }
            }
        }
        MText {
            objectName: "paper-left"
            anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: 22 * root.u }
            text: root.model.shown.paperLeft
            size: 18
            color: Theme.nightSoft
        }
    }
}

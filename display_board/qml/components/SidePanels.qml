// Below the calls: who waits, what was just called, a notice or the hall's pictures.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Item {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real gap: 16 * u
    readonly property bool hasMedia: model.shown.media.length > 0
    readonly property bool hasLower: hasMedia || model.shown.notice !== "" || model.shown.figures.received !== undefined

    Rectangle {
        id: waiting
        width: (parent.width - root.gap) * 0.62
        height: root.hasMedia ? parent.height * 0.4 : root.hasLower ? parent.height * 0.62 : parent.height
        radius: 16 * root.u
        color: Theme.nightCard

        PanelList {
            anchors.fill: parent
            anchors.margins: 20 * root.u
            title: root.model.shown.words.waiting
            rows: root.model.shown.waiting.map(each => ({ left: each.name, right: each.waiting }))
        }
    }
    Rectangle {
        anchors.left: waiting.right
        anchors.leftMargin: root.gap
        anchors.right: parent.right
        height: waiting.height
        radius: 16 * root.u
        color: Theme.nightCard

        PanelList {
            anchors.fill: parent
            anchors.margins: 20 * root.u
            title: root.model.shown.words.last_calls
            digits: true
            rows: root.model.shown.lastCalls.map(each => ({ left: each.number, right: each.label }))
        }
    }
    // Pictures and videos are painted into this place by display_board/media.py.
    Item {
        objectName: "media"
        anchors { left: parent.left; right: parent.right; top: waiting.bottom; bottom: parent.bottom; topMargin: root.gap }
        Accessible.ignored: true
    }
    Rectangle {
        visible: root.hasLower && !root.hasMedia
        anchors { left: parent.left; right: parent.right; top: waiting.bottom; bottom: parent.bottom; topMargin: root.gap }
        radius: 16 * root.u
        color: Theme.nightCard

        MText {
            anchors.fill: parent
            anchors.margins: 20 * root.u
            visible: root.model.shown.figures.received === undefined
            verticalAlignment: Text.AlignVCenter
            text: root.model.shown.notice
            size: 32
            color: Theme.nightText
            fontSizeMode: Text.Fit
            minimumPixelSize: 20 * root.u
        }
        Row {
            anchors.centerIn: parent
            visible: root.model.shown.figures.received !== undefined
            spacing: 48 * root.u

            Repeater {
                model: ["received", "on_time", "overdue"]

                Column {
                    id: figure
                    required property string modelData

                    NumberText {
                        anchors.horizontalCenter: parent.horizontalCenter
                        text: root.model.shown.figures[figure.modelData] ?? ""
                        size: 64
                        color: Theme.nightText
                    }
                    MText {
                        text: root.model.shown.words[figure.modelData]
                        size: 28
                        color: Theme.nightSoft
                    }
                }
            }
        }
    }
}

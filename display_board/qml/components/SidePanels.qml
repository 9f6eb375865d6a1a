// Below the calls: who waits, what was just called, the dossiers, a notice or the pictures.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Item {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real gap: 16 * u
    readonly property bool hasMedia: model.shown.media.length > 0
    readonly property bool hasNotice: model.shown.notice !== ""
    readonly property bool hasFigures: model.shown.figures.rows !== undefined
    // A list keeps its title and one row whatever else there is.
    readonly property real leastList: 144 * u
    readonly property real mediaRoom: height - leastList - gap - (hasFigures ? figures.height + gap : 0)
    readonly property real lowerHeight: hasMedia ? Math.max(0, Math.min(height * 0.5, mediaRoom)) : hasNotice ? 116 * u : 0

    Item {
        id: lists
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: figures.top }
        anchors.bottomMargin: root.hasFigures || root.lowerHeight > 0 ? root.gap : 0

        Rectangle {
            id: waiting
            width: (parent.width - root.gap) * 0.62
            height: parent.height
            radius: 16 * root.u
            color: Theme.nightCard

            PanelList {
                anchors.fill: parent
                anchors.margins: 20 * root.u
                title: root.model.shown.words.waiting
                objectName: "waiting-list"
                turns: true
                rows: root.model.shown.waiting.map(each => ({ left: each.name, right: each.waiting }))
            }
        }
        Rectangle {
            anchors.left: waiting.right
            anchors.leftMargin: root.gap
            anchors.right: parent.right
            height: parent.height
            radius: 16 * root.u
            color: Theme.nightCard

            PanelList {
                anchors.fill: parent
                anchors.margins: 20 * root.u
                title: root.model.shown.words.last_calls
                valueTitle: root.model.shown.words.counter
                digits: true
                rows: root.model.shown.lastCalls.map(each => ({ left: each.number, right: each.label }))
            }
        }
    }
    Dossiers {
        id: figures
        anchors { left: parent.left; right: parent.right; bottom: lower.top }
        anchors.bottomMargin: root.hasFigures && root.lowerHeight > 0 ? root.gap : 0
        height: root.hasFigures ? implicitHeight : 0
        visible: root.hasFigures
        figures: root.model.shown.figures
        readyTitle: root.model.shown.words.ready
        codes: root.hasMedia ? [] : root.model.shown.ready
    }
    // Pictures and videos are painted into this place by display_board/media.py.
    Item {
        id: lower
        objectName: "media"
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: root.lowerHeight
        Accessible.ignored: true
    }
    Rectangle {
        anchors.fill: lower
        visible: root.hasNotice && !root.hasMedia
        radius: 16 * root.u
        color: Theme.nightCard

        MText {
            anchors.fill: parent
            anchors.margins: 14 * root.u
            anchors.leftMargin: 20 * root.u
            verticalAlignment: Text.AlignVCenter
            text: root.model.shown.notice
            size: 32
            color: Theme.nightText
            fontSizeMode: Text.Fit
            minimumPixelSize: 20 * root.u
        }
    }
}

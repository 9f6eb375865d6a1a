// The hall's dossiers, in turn: their figures, then the codes of those that can be collected.
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: root

    required property var figures
    required property var codes
    required property string readyTitle
    readonly property int pages: 1 + (codes.length > 0 ? ready.pages : 0)
    property int turn: 0
    readonly property int page: turn % pages

    implicitHeight: table.implicitHeight

    Timer {
        interval: 8000
        repeat: true
        running: root.visible && root.pages > 1
        onTriggered: root.turn = (root.turn + 1) % root.pages
    }
    Figures {
        id: table
        anchors.fill: parent
        visible: root.page === 0
        figures: root.figures
    }
    ReadyCodes {
        id: ready
        anchors.fill: parent
        visible: root.page > 0
        title: root.readyTitle
        codes: root.codes
        page: Math.max(0, root.page - 1)
    }
}

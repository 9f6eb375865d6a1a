// Nobody is here: what this screen is for, in every language of the hall. Any touch begins.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Motcua

T.AbstractButton {
    id: root

    required property var visit
    required property bool portrait
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    objectName: "attract"
    Accessible.name: visit.shown.languages.map(each => each.begin).join(". ")
    focusPolicy: Qt.StrongFocus
    onClicked: root.visit.open("home")

    contentItem: Item {
        Column {
            anchors.centerIn: parent
            width: parent.width - 160 * root.u
            spacing: (root.portrait ? 72 : 40) * root.u

            Grid {
                anchors.horizontalCenter: parent.horizontalCenter
                columns: root.portrait ? Math.min(2, doors.count) : Math.max(1, doors.count)
                rowSpacing: 40 * root.u

                Repeater {
                    id: doors
                    model: root.visit.shown.doors

                    Column {
                        id: door
                        required property var modelData
                        width: 420 * root.u
                        spacing: 16 * root.u

                        Icon {
                            anchors.horizontalCenter: parent.horizontalCenter
                            name: door.modelData.page
                            side: 110 * root.u
                        }
                        MText {
                            width: parent.width - 32 * root.u
                            anchors.horizontalCenter: parent.horizontalCenter
                            horizontalAlignment: Text.AlignHCenter
                            text: door.modelData.title
                            size: 40
                            font.weight: Font.Bold
                            Accessible.ignored: true
                        }
                    }
                }
            }
            Rectangle {
                width: parent.width
                height: begin.height + 72 * root.u
                radius: 24 * root.u
                color: root.down ? Theme.primaryPressed : Theme.primary

                Column {
                    id: begin
                    anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: 32 * root.u }
                    spacing: 14 * root.u

                    Repeater {
                        model: root.visit.shown.languages

                        MText {
                            required property var modelData
                            required property int index
                            width: begin.width
                            horizontalAlignment: Text.AlignHCenter
                            text: modelData.begin
                            size: index === 0 ? 60 : 40
                            font.weight: Font.Bold
                            color: Theme.primaryInk
                            Accessible.ignored: true
                        }
                    }
                }
            }
            MText {
                width: parent.width
                visible: text !== ""
                horizontalAlignment: Text.AlignHCenter
                text: root.visit.shown.waiting
                size: 34
                color: Theme.inkSoft
                Accessible.ignored: true
            }
        }
    }
}

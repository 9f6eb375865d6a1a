// Today's dossiers in three figures; not there while they are unknown.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Rectangle {
    id: root

    required property var figures // {received, on_time, overdue}, or empty
    required property var words
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    radius: 16 * u
    color: Theme.nightCard

    Row {
        anchors.fill: parent

        Repeater {
            model: ["received", "on_time", "overdue"]

            Item {
                id: figure
                required property string modelData
                width: root.width / 3
                height: root.height

                NumberText {
                    anchors { horizontalCenter: parent.horizontalCenter; top: parent.top; topMargin: 4 * root.u }
                    text: root.figures[figure.modelData] ?? ""
                    size: 48
                    color: Theme.nightText
                }
                MText {
                    anchors { left: parent.left; right: parent.right; bottom: parent.bottom; bottomMargin: 8 * root.u }
                    horizontalAlignment: Text.AlignHCenter
                    text: root.words[figure.modelData]
                    size: 28
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 10
                    maximumLineCount: 1
                    color: Theme.nightSoft
                }
            }
        }
    }
}

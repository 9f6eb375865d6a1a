// The dossiers in figures, today and this month; not there while they are unknown.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Rectangle {
    id: root

    required property var figures // {title, columns, rows: [[name, ...]]}, or empty
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property var rows: figures.rows ?? []
    readonly property real lineHeight: 44 * u

    implicitHeight: (rows.length + 1) * lineHeight + 16 * u
    radius: 16 * u
    color: Theme.nightCard

    component Words: MText {
        height: root.lineHeight
        verticalAlignment: Text.AlignVCenter
        size: 28
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 10
        maximumLineCount: 1
        color: Theme.nightSoft
    }

    Column {
        anchors { fill: parent; margins: 8 * root.u; leftMargin: 20 * root.u; rightMargin: 20 * root.u }

        Row {
            Words {
                width: root.width * 0.37
                text: root.figures.title ?? ""
            }
            Repeater {
                model: root.figures.columns ?? []

                Words {
                    required property string modelData
                    width: (root.width * 0.63 - 40 * root.u) / 3
                    horizontalAlignment: Text.AlignRight
                    leftPadding: 12 * root.u
                    text: modelData
                }
            }
        }
        Repeater {
            model: root.rows.length

            Row {
                id: row
                required property int index
                readonly property var cells: root.rows[index] ?? []

                Words {
                    width: root.width * 0.37
                    text: row.cells[0] ?? ""
                    color: Theme.nightText
                }
                Repeater {
                    model: 3

                    NumberText {
                        required property int index
                        width: (root.width * 0.63 - 40 * root.u) / 3
                        height: root.lineHeight
                        horizontalAlignment: Text.AlignRight
                        verticalAlignment: Text.AlignVCenter
                        text: row.cells[index + 1] ?? ""
                        size: 34
                        color: row.index === 0 ? Theme.nightText : Theme.nightSoft
                    }
                }
            }
        }
    }
}

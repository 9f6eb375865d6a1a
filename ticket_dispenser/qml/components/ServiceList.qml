// Services under the names of their groups, each whole: what it is called, what to bring.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Motcua

Flickable {
    id: root

    required property var model
    required property int columns
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    objectName: "service-list"
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    contentHeight: sections.height
    interactive: contentHeight > height + 1

    Column {
        id: sections
        width: root.width
        spacing: 20 * root.u

        Repeater {
            model: root.model.shown.sections

            Column {
                id: section
                required property var modelData
                width: sections.width
                spacing: 14 * root.u

                MText {
                    width: parent.width
                    visible: text !== ""
                    text: section.modelData.heading
                    size: 34
                    font.weight: Font.Bold
                    color: Theme.primary
                    Accessible.role: Accessible.Heading
                }
                GridLayout {
                    width: parent.width
                    columns: root.columns
                    uniformCellWidths: true
                    columnSpacing: 20 * root.u
                    rowSpacing: 20 * root.u

                    Repeater {
                        model: section.modelData.services

                        Tile {
                            required property var modelData
                            readonly property var now: root.model.shown["service-" + modelData.id] ?? ({})
                            objectName: "service-" + modelData.id
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            // Its words wrap in the width of a column, however many there are.
                            Layout.preferredWidth: 1
                            whole: true
                            size: 36
                            text: modelData.name
                            subtitle: shut ? now.reason : modelData.bring
                            badge: shut ? "" : now.waiting ?? ""
                            badgeCaption: root.model.shown.words.waiting_caption
                            shut: now.shut ?? false
                            choice: root.model.shown.several
                            chosen: root.model.shown.picked.includes(modelData.id)
                            enabled: root.model.shown.active && !shut
                            onClicked: root.model.touchService(modelData.id)
                        }
                    }
                    Item {
                        // Keeps a lone tile as narrow as those above it.
                        visible: section.modelData.services.length < root.columns
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                    }
                }
            }
        }
    }
}

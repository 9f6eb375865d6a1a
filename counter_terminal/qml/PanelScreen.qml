// One thing at a time: the number, or the marks once the service is done.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua
import "components"

Item {
    id: root

    required property var model
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real margin: 40 * u

    MText {
        id: counter
        anchors { left: parent.left; top: parent.top; margins: root.margin }
        text: root.model.shown.counterWord
        size: 44
        font.weight: Font.Bold
    }
    Column {
        anchors { right: parent.right; top: parent.top; margins: root.margin; left: counter.right }

        MText {
            width: parent.width
            horizontalAlignment: Text.AlignRight
            text: root.model.shown.officer
            size: 32
            font.weight: Font.DemiBold
            maximumLineCount: 1
        }
        MText {
            width: parent.width
            horizontalAlignment: Text.AlignRight
            text: root.model.shown.hall
            size: 28
            color: Theme.inkSoft
            maximumLineCount: 1
        }
    }
    Column {
        id: body
        anchors.centerIn: parent
        anchors.verticalCenterOffset: (root.model.shown.page === "why" ? -10 : 10) * root.u
        width: parent.width - 2 * root.margin
        spacing: 28 * root.u

        MText {
            objectName: "headline"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.model.shown.headline
            size: root.model.shown.page === "number" ? 44 : 50
            font.weight: Font.DemiBold
            color: root.model.shown.page === "number" ? Theme.inkSoft : Theme.ink
            maximumLineCount: 3
        }
        NumberText {
            objectName: "panel-number"
            width: parent.width
            visible: root.model.shown.page === "number"
            horizontalAlignment: Text.AlignHCenter
            text: root.model.shown.number
            size: 240
            font.weight: Font.ExtraBold
            color: Theme.primary
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.model.shown.page === "rating"
            spacing: 24 * root.u

            Repeater {
                model: root.model.shown.levels

                MarkButton {
                    required property var modelData
                    objectName: "mark-" + modelData.id
                    width: Math.min(320 * root.u, (body.width - (root.model.shown.levels.length - 1) * 24 * root.u) / Math.max(1, root.model.shown.levels.length))
                    text: modelData.name
                    mood: modelData.mood
                    onClicked: root.model.rate(modelData.id)
                }
            }
        }
        Flow {
            width: parent.width
            visible: root.model.shown.page === "why"
            spacing: 16 * root.u

            Repeater {
                model: root.model.shown.reasons

                MButton {
                    required property var modelData
                    objectName: "reason-" + modelData.id
                    size: 30
                    kind: modelData.chosen ? "primary" : "secondary"
                    text: modelData.name
                    choice: true
                    chosen: modelData.chosen
                    onClicked: root.model.toggleReason(modelData.id)
                }
            }
        }
        MText {
            width: parent.width
            visible: root.model.shown.page === "rating"
            horizontalAlignment: Text.AlignHCenter
            text: root.model.shown.anonymous
            size: 28
            color: Theme.inkSoft
        }
    }
    MButton {
        objectName: "rating-send"
        anchors { right: parent.right; bottom: parent.bottom; margins: root.margin }
        visible: root.model.shown.page === "why"
        text: root.model.shown.sendWord
        onClicked: root.model.send()
    }
    LanguageSwitch {
        anchors { left: parent.left; bottom: parent.bottom; margins: root.margin }
        languages: root.model.shown.languages
        current: root.model.shown.language
        onChosen: code => root.model.chooseLanguage(code)
    }
}

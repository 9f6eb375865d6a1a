// Every component of the house in one window: drawn to be looked at, and used by tests.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

MWindow {
    id: root

    required property var screenModel
    readonly property var words: screenModel.shown.words

    width: 1920
    height: 1080
    objectName: "gallery"
    title: "gallery"
    contentItem.objectName: "gallery-content"

    ScreenHeader {
        id: header
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: 64 * root.u }
        unitAbove: root.words.unit
        hall: root.words.hall
        time: root.words.time
    }
    Rectangle {
        id: rule
        anchors { left: header.left; right: header.right; top: header.bottom; topMargin: 24 * root.u }
        height: Math.max(2, 4 * root.u)
        color: Theme.accent
    }
    Column {
        id: left
        anchors { left: header.left; top: rule.bottom; topMargin: 32 * root.u }
        width: 1130 * root.u
        spacing: 24 * root.u

        Grid {
            columns: 2
            spacing: 24 * root.u

            Repeater {
                model: root.screenModel.shown.tiles

                Tile {
                    required property var modelData
                    objectName: "tile-" + modelData.id
                    width: (left.width - 24 * root.u) / 2
                    height: 200 * root.u
                    text: modelData.name
                    subtitle: modelData.subtitle
                    badge: modelData.waiting
                    badgeCaption: modelData.waiting === "" ? "" : root.words.waiting
                    shut: modelData.shut
                    onClicked: root.screenModel.press(objectName)
                }
            }
        }
        Row {
            spacing: 16 * root.u

            Repeater {
                model: ["primary", "secondary", "quiet", "danger", "off"]

                MButton {
                    required property string modelData
                    objectName: "button-" + modelData
                    enabled: modelData !== "off"
                    kind: enabled ? modelData : "primary"
                    text: root.words[modelData]
                    onClicked: root.screenModel.press(objectName)
                }
            }
        }
        MButton {
            objectName: "button-shortcut"
            width: 520 * root.u
            text: root.words.long
            shortcut: "F2"
            onClicked: root.screenModel.press(objectName)
        }
        LanguageSwitch {
            languages: root.screenModel.shown.languages
            current: root.screenModel.shown.language
            onChosen: code => root.screenModel.chooseLanguage(code)
        }
    }
    Column {
        anchors { left: left.right; leftMargin: 48 * root.u; right: header.right; top: left.top }
        spacing: 28 * root.u

        Banner {
            objectName: "banner"
            width: parent.width
            text: root.words.banner
        }
        NumberText {
            objectName: "number"
            text: root.words.number
            size: 190
            font.weight: Font.ExtraBold
            color: Theme.primary
        }
        MText {
            objectName: "body"
            width: parent.width
            text: root.words.body
            maximumLineCount: 3
        }
        TextEntry {
            width: parent.width
            caption: root.words.caption
            entryName: "entry"
            onSubmitted: root.screenModel.press("entry:" + text)
        }
        Rectangle {
            width: parent.width
            height: 190 * root.u
            radius: 18 * root.u
            color: Theme.night

            NumberText {
                anchors { left: parent.left; leftMargin: 32 * root.u; verticalCenter: parent.verticalCenter }
                text: root.words.number
                size: 110
                font.weight: Font.ExtraBold
                color: Theme.gold
            }
            MText {
                anchors { right: parent.right; rightMargin: 32 * root.u; verticalCenter: parent.verticalCenter }
                text: root.words.secondary
                size: 44
                color: Theme.nightText
            }
        }
    }
}

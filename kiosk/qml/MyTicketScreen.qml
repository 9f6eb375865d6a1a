// Type or scan a number; below, or beside, where it stands.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua
import "components"

FocusScope {
    id: root

    required property var model
    required property bool portrait
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real margin: 64 * u

    focus: true

    // A scanner types like a keyboard and ends with Enter; it never needs a touch first.
    TextInput {
        id: scanner
        focus: true
        opacity: 0
        width: 1
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
        Accessible.ignored: true
        onAccepted: {
            root.model.lookUp(text !== "" ? text : root.model.shown.typed);
            text = "";
        }
    }
    ScreenHeader {
        id: header
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: root.margin }
        unitAbove: root.model.shown.unitAbove
        hall: root.model.shown.hallName
        time: root.model.shown.time
    }
    Rectangle {
        id: rule
        anchors { left: header.left; right: header.right; top: header.bottom; topMargin: 24 * root.u }
        height: Math.max(2, 4 * root.u)
        color: Theme.accent
    }
    Banner {
        id: banner
        objectName: "banner"
        x: root.portrait ? root.margin : place.x
        width: root.portrait ? header.width : place.width
        anchors { top: rule.bottom; topMargin: visible ? (root.portrait ? 24 : 16) * root.u : 0 }
        text: root.model.shown.banner
    }
    Column {
        id: asking
        x: root.margin
        anchors { top: root.portrait ? banner.bottom : rule.bottom; topMargin: (root.portrait ? 32 : 16) * root.u }
        width: root.portrait ? root.width - 2 * root.margin : root.width * 0.5 - root.margin
        spacing: (root.portrait ? 20 : 12) * root.u

        // Lying, the title and the number share a line: the keys need the height.
        Grid {
            columns: root.portrait ? 1 : 2
            spacing: 20 * root.u
            verticalItemAlignment: Grid.AlignVCenter

            MText {
                id: title
                text: root.model.shown.words.title
                size: 52
                font.weight: Font.Bold
            }
            Rectangle {
                width: root.portrait ? asking.width : asking.width - title.width - 20 * root.u
                height: (root.portrait ? 150 : 100) * root.u
                radius: 14 * root.u
                color: Theme.card
                border.color: Theme.line
                border.width: Math.max(1, 2 * root.u)

                NumberText {
                    objectName: "typed"
                    anchors.centerIn: parent
                    text: root.model.shown.typed
                    size: root.portrait ? 100 : 72
                    color: Theme.primary
                }
            }
        }
        MText {
            width: parent.width
            text: root.model.shown.words.prompt
            size: root.portrait ? 32 : 28
            color: Theme.inkSoft
        }
        NumberKeys {
            width: parent.width
            model: root.model
            onUsed: scanner.forceActiveFocus()
        }
    }
    PlaceCard {
        id: place
        x: root.portrait ? root.margin : root.width * 0.5 + root.margin * 0.5
        y: root.portrait ? asking.y + asking.height + 32 * root.u : banner.y + banner.height + 16 * root.u
        width: root.portrait ? root.width - 2 * root.margin : root.width * 0.5 - root.margin * 1.5
        height: foot.y - y - 24 * root.u
        model: root.model
    }
    Item {
        id: foot
        anchors { left: header.left; right: header.right; bottom: parent.bottom; bottomMargin: root.margin * 0.75 }
        height: 96 * root.u

        LanguageSwitch {
            languages: root.model.shown.languages
            current: root.model.shown.language
            onChosen: code => root.model.chooseLanguage(code)
        }
        MText {
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            width: parent.width * 0.5
            horizontalAlignment: Text.AlignRight
            text: root.model.shown.waiting
            size: 30
            color: Theme.inkSoft
        }
    }
}

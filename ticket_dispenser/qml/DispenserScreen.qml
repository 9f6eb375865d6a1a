// One page at a time under the hall's name: fields, services, or the number just given.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua
import "components"

Item {
    id: root

    required property var model
    required property bool portrait
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real margin: 64 * u

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
        anchors { left: header.left; right: header.right; top: rule.bottom }
        anchors.topMargin: visible ? 24 * root.u : 0
        text: root.model.shown.page === "number" ? "" : root.model.shown.banner
    }
    // Staff hold the clock to print a test ticket; nothing there invites a finger.
    Item {
        id: staffCorner
        property real holdS: 3
        objectName: "staff-corner"
        anchors { right: header.right; top: header.top; bottom: header.bottom }
        width: 260 * root.u
        Accessible.ignored: true

        TapHandler {
            longPressThreshold: staffCorner.holdS
            gesturePolicy: TapHandler.WithinBounds
            onLongPressed: root.model.takeTestTicket()
        }
    }
    Item {
        id: body
        readonly property bool busy: root.model.shown.page === "number" || root.model.shown.page === "asking"
        anchors { left: header.left; right: header.right; top: banner.bottom; bottom: root.portrait && actions.visible ? actions.top : foot.top }
        anchors.topMargin: 28 * root.u
        anchors.bottomMargin: 24 * root.u

        FieldPage {
            id: fields
            anchors.fill: parent
            visible: root.model.shown.page === "start" && !root.model.shown.showsServices
            model: root.model
            portrait: root.portrait
        }
        ServicePage {
            id: services
            anchors.fill: parent
            visible: root.model.shown.showsServices && !body.busy
            model: root.model
            portrait: root.portrait
        }
        MText {
            anchors.centerIn: parent
            width: parent.width
            visible: root.model.shown.page === "asking"
            horizontalAlignment: Text.AlignHCenter
            text: root.model.shown.words.asking
            size: 56
        }
        NumberPage {
            anchors.fill: parent
            // Lying, the number needs the height, and mostly the foot has but one button then.
            anchors.bottomMargin: root.portrait || root.model.shown.given.choices.length > 0 ? 0 : -(foot.height + 24 * root.u)
            visible: root.model.shown.page === "number"
            model: root.model
            portrait: root.portrait
        }
    }
    PageActions {
        id: actions
        x: foot.x - width + (root.portrait ? foot.width : footButtons.x - (footButtons.width > 0 ? 16 * root.u : 0))
        y: root.portrait ? foot.y - height - 16 * root.u : foot.y
        visible: !body.busy && (services.visible || long || root.model.shown.several)
        view: services.visible ? services.view : fields.view
        needed: services.visible ? services.needed : fields.needed
        room: foot.y - 24 * root.u - body.y - view.y
        servicesShown: services.visible
        model: root.model
    }
    Item {
        id: foot
        anchors { left: header.left; right: header.right; bottom: parent.bottom; bottomMargin: root.margin * 0.75 }
        height: 96 * root.u

        LanguageSwitch {
            anchors.left: parent.left
            visible: root.model.shown.page !== "number"
            languages: root.model.shown.languages
            current: root.model.shown.language
            onChosen: code => root.model.chooseLanguage(code)
        }
        Row {
            anchors.left: parent.left
            spacing: 16 * root.u
            visible: root.model.shown.page === "number"

            Repeater {
                model: root.model.shown.given.choices

                MButton {
                    required property string modelData

                    objectName: "paper-" + modelData
                    kind: modelData === "missing" ? "secondary" : "primary"
                    text: root.model.shown.words[modelData]
                    onClicked: root.model.sayOfPaper(modelData)
                }
            }
        }
        Row {
            id: footButtons
            anchors.right: parent.right
            spacing: 16 * root.u

            MButton {
                objectName: "search-open"
                visible: root.model.shown.maySearch && root.model.shown.page === "start"
                kind: "secondary"
                text: root.model.shown.words.search
                onClicked: root.model.search("")
            }
            MButton {
                objectName: "back"
                visible: root.model.shown.page === "services" || root.model.shown.page === "search"
                kind: "secondary"
                text: root.model.shown.words.back
                onClicked: root.model.goBack()
            }
            MButton {
                objectName: "done"
                visible: root.model.shown.page === "number"
                kind: root.model.shown.given.choices.length > 0 ? "secondary" : "primary"
                text: root.model.shown.words.done
                onClicked: root.model.goBack()
            }
        }
    }
}

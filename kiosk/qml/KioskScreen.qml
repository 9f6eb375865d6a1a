// One page at a time under the hall's name; below it the way back, help, and the comforts.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua
import "components"

FocusScope {
    id: root

    required property var model
    required property bool portrait
    readonly property var visit: model.visit
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real margin: 48 * u
    // On an upright screen everything to touch can come down by a third.
    readonly property bool low: portrait && visit.shown.comfort.lowReach

    focus: true

    // Whatever no control wanted: typed words go to the page's line, Escape one step back.
    Keys.onPressed: event => {
        const line = page.item?.line ?? null;
        if (event.key === Qt.Key_Escape)
            root.model.goBack();
        else if (root.visit.shown.page === "attract")
            root.visit.open("home");
        else if (line !== null && event.key === Qt.Key_Backspace)
            line.erase();
        else if (line !== null && event.text !== "" && event.text >= " ")
            line.press(event.text);
        else
            return;
        event.accepted = true;
    }

    ScreenHeader {
        id: header
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: root.margin }
        unitAbove: root.visit.shown.unitAbove
        hall: root.visit.shown.hallName
        time: root.visit.shown.time
        size: 40
    }
    Rectangle {
        id: rule
        anchors { left: header.left; right: header.right; top: header.bottom; topMargin: 20 * root.u }
        height: Math.max(2, 4 * root.u)
        color: Theme.accent
    }
    Banner {
        id: banner
        objectName: "banner"
        anchors { left: header.left; right: header.right; top: rule.bottom; topMargin: visible ? 16 * root.u : 0 }
        text: root.visit.shown.banner
        size: 28
    }
    FocusScope {
        id: body
        anchors { left: parent.left; right: parent.right; top: banner.bottom; bottom: bars.top }
        anchors.topMargin: (root.low ? root.height * 0.3 - banner.y : 0) + 24 * root.u
        anchors.bottomMargin: 16 * root.u

        Loader {
            id: page
            anchors.fill: parent
            focus: true
            sourceComponent: {
                switch (root.visit.shown.page) {
                case "home": return home;
                case "procedures": return procedures;
                case "dossier": return dossier;
                case "my_ticket": return myTicket;
                case "feedback": return feedback;
                }
                return null;
            }
        }
    }
    Grid {
        id: bars
        anchors { left: header.left; right: header.right; bottom: parent.bottom; bottomMargin: root.margin * 0.5 }
        columns: root.portrait ? 1 : 2
        spacing: 12 * root.u
        visible: root.visit.shown.page !== "attract"

        ComfortBar {
            width: root.portrait ? bars.width : (bars.width - bars.spacing) / 2
            visit: root.visit
            portrait: root.portrait
        }
        WayBar {
            width: root.portrait ? bars.width : (bars.width - bars.spacing) / 2
            model: root.model
        }
    }
    AttractPage {
        anchors { left: parent.left; right: parent.right; top: banner.bottom; bottom: parent.bottom }
        visible: root.visit.shown.page === "attract"
        visit: root.visit
        portrait: root.portrait
    }
    IdleWarning {
        anchors.fill: parent
        visible: root.visit.shown.idle !== ""
        visit: root.visit
    }

    Component {
        id: home
        HomePage {
            visit: root.visit
            portrait: root.portrait
        }
    }
    Component {
        id: procedures
        ProceduresPage {
            model: root.model.procedures
            keyboardWords: root.visit.shown.words
            portrait: root.portrait
        }
    }
    Component {
        id: dossier
        DossierPage {
            model: root.model.dossier
            keyboardWords: root.visit.shown.words
            portrait: root.portrait
        }
    }
    Component {
        id: feedback
        FeedbackPage {
            model: root.model.feedback
            keyboardWords: root.visit.shown.words
            portrait: root.portrait
        }
    }
    Component {
        id: myTicket
        MyTicketPage {
            model: root.model.myTicket
            portrait: root.portrait
        }
    }
}

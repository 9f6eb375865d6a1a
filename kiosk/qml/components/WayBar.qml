// Always there: back, the start or the end, staff, and the hall's other languages.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Row {
    id: root

    required property var model
    readonly property var visit: model.visit
    readonly property bool atHome: visit.shown.page === "home"
    readonly property var others: visit.shown.languages.filter(each => each.code !== visit.shown.language)
    readonly property int count: (atHome ? 2 : 3) + others.length
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real cell: (width - (count - 1) * spacing) / count
    readonly property real cellHeight: Math.max(96, 2 * 36 * Theme.textScale + 24) * u // two lines

    spacing: 12 * u

    component Way: MButton {
        width: root.cell
        height: root.cellHeight
        leftPadding: 8 * root.u
        rightPadding: 8 * root.u
        size: 28
    }

    Way {
        objectName: "back"
        visible: !root.atHome
        kind: "secondary"
        text: root.visit.shown.words.back
        onClicked: root.model.goBack()
    }
    Way {
        objectName: root.atHome ? "finish" : "home"
        kind: "secondary"
        text: root.atHome ? root.visit.shown.words.finish : root.visit.shown.words.home
        onClicked: root.atHome ? root.visit.finish() : root.visit.open("home")
    }
    Way {
        objectName: "call-staff"
        kind: root.visit.shown.helpWanted ? "primary" : "secondary"
        choice: true
        chosen: root.visit.shown.helpWanted
        text: root.visit.shown.helpWanted ? root.visit.shown.words.staff_called : root.visit.shown.words.call_staff
        onClicked: root.visit.toggleHelp()
    }
    Repeater {
        model: root.others

        Way {
            required property var modelData
            objectName: "language-" + modelData.code
            kind: "secondary"
            text: modelData.name
            onClicked: root.visit.chooseLanguage(modelData.code)
        }
    }
}

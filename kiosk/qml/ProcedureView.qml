// A procedure: what people need first, on one screen; then the rest; and a number for it.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua
import "components"

FocusScope {
    id: root

    required property var model
    required property bool portrait
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real margin: 48 * u
    readonly property var shown: model.shown

    ProcedureText {
        anchors.fill: parent
        visible: root.shown.step === "read"
        focus: visible
        model: root.model
        portrait: root.portrait
    }
    FocusScope {
        anchors { fill: parent; leftMargin: root.margin; rightMargin: root.margin }
        visible: root.shown.step === "choose"
        focus: visible

        MText {
            id: ask
            width: parent.width
            text: root.shown.words.take_number_for
            size: 48
            font.weight: Font.Bold
        }
        ChoiceList {
            anchors { left: parent.left; right: parent.right; top: ask.bottom; topMargin: 28 * root.u; bottom: parent.bottom }
            portrait: root.portrait
            prefix: "service-"
            choices: root.shown.services
            onChosen: id => root.model.takeNumberFor(id)
        }
    }
    NumberGiven {
        anchors { fill: parent; leftMargin: root.margin; rightMargin: root.margin }
        visible: root.shown.step === "number"
        model: root.model
        portrait: root.portrait
    }
}

// The virtual printer's window: the machine, the paper that came out, and what can go wrong.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua
import "components"

MWindow {
    id: root

    required property var screenModel
    readonly property real margin: 28 * u

    width: 1280
    height: 900
    designWidth: 1280
    designHeight: 900
    objectName: "printer"
    title: root.screenModel.shown.words.title

    MText {
        id: title
        anchors { left: parent.left; top: parent.top; margins: root.margin }
        height: 48 * root.u
        verticalAlignment: Text.AlignVCenter
        text: root.screenModel.shown.words.title
        size: 28
        font.weight: Font.Bold
    }
    MText {
        objectName: "address"
        anchors { left: title.right; leftMargin: root.margin; right: languages.left; rightMargin: root.margin; baseline: title.baseline }
        text: root.screenModel.shown.address
        size: 19
        color: Theme.inkSoft
        maximumLineCount: 1
    }
    Row {
        id: languages
        anchors { right: parent.right; rightMargin: root.margin; verticalCenter: title.verticalCenter }
        spacing: 8 * root.u

        Repeater {
            model: root.screenModel.shown.languages
            delegate: MButton {
                required property var modelData
                objectName: "language-" + modelData.code
                height: 44 * root.u
                leftPadding: 14 * root.u
                rightPadding: 14 * root.u
                implicitWidth: contentItem.implicitWidth + 40 * root.u
                text: modelData.name
                size: 18
                choice: true
                chosen: modelData.code === root.screenModel.shown.language
                kind: chosen ? "primary" : "secondary"
                onClicked: root.screenModel.chooseLanguage(modelData.code)
            }
        }
    }
    Machine {
        id: machine
        anchors { left: parent.left; top: title.bottom; bottom: parent.bottom; margins: root.margin }
        width: 400 * root.u
        model: root.screenModel
    }
    Tray {
        id: tray
        anchors { left: machine.right; top: machine.top; bottom: mistakes.top; leftMargin: root.margin; bottomMargin: 12 * root.u }
        width: 310 * root.u
        model: root.screenModel
    }
    Mistakes {
        id: mistakes
        anchors { left: tray.left; right: tray.right; bottom: machine.bottom }
        model: root.screenModel
    }
    Column {
        anchors { left: tray.right; right: parent.right; top: machine.top; bottom: machine.bottom; leftMargin: root.margin; rightMargin: root.margin }
        spacing: 14 * root.u

        StateCard {
            width: parent.width
            model: root.screenModel
        }
        FaultPanel {
            width: parent.width
            model: root.screenModel
        }
    }
}

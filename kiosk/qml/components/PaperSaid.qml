// How a paper fares; where its printer cannot tell, two buttons to say whether it came out.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Column {
    id: root

    required property string paper // ticket or checklist
    required property string text
    required property bool asks
    required property var words
    property alias alignment: said.horizontalAlignment
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    signal answered(bool came)

    visible: text !== ""
    spacing: 16 * u

    MText {
        id: said
        objectName: root.paper + "-paper"
        width: parent.width
        text: root.text
        size: 36
        font.weight: Font.DemiBold
    }
    Row {
        visible: root.asks
        x: said.horizontalAlignment === Text.AlignHCenter ? (parent.width - width) / 2 : 0
        spacing: 16 * root.u

        MButton {
            objectName: root.paper + "-came"
            width: implicitWidth
            text: root.words.came
            onClicked: root.answered(true)
        }
        MButton {
            objectName: root.paper + "-missing"
            width: implicitWidth
            kind: "secondary"
            text: root.words.missing
            onClicked: root.answered(false)
        }
    }
}

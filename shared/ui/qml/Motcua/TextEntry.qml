// One line of typed words, with its caption above it.
pragma ComponentBehavior: Bound
import QtQuick

Column {
    id: root

    required property string caption
    property alias text: entry.text
    property alias entryName: entry.objectName
    property bool secret: false
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    property real size: 30
    signal submitted()

    spacing: 6 * u

    function focusEntry(): void { entry.forceActiveFocus(); }

    MText {
        width: parent.width
        text: root.caption
        size: root.size * 0.9
        color: Theme.inkSoft
    }
    Rectangle {
        width: parent.width
        height: root.size * 2 * root.u
        color: Theme.card
        radius: 8 * root.u
        border.color: entry.activeFocus ? Theme.focus : Theme.edge
        border.width: Math.max(1, 2 * root.u)

        TextInput {
            id: entry
            anchors.fill: parent
            anchors.margins: 10 * root.u
            verticalAlignment: TextInput.AlignVCenter
            font.family: Theme.textFace
            font.pixelSize: Math.max(1, Math.round(root.size * root.u))
            color: Theme.ink
            clip: true
            selectByMouse: true
            activeFocusOnTab: true
            maximumLength: 200
            echoMode: root.secret ? TextInput.Password : TextInput.Normal
            passwordCharacter: "●"
            inputMethodHints: root.secret ? Qt.ImhSensitiveData | Qt.ImhNoPredictiveText : Qt.ImhNone
            Accessible.role: Accessible.EditableText
            Accessible.name: root.caption
            onAccepted: root.submitted()
        }
    }
}

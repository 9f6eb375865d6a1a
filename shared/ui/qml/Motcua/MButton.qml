// A button for finger, mouse and key; the shortcut, if any, stands on it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

T.AbstractButton {
    id: root

    readonly property real u: (Window.window as MWindow)?.u ?? 1
    property string kind: "primary" // primary, secondary, quiet, danger
    property string shortcut: ""
    property bool choice: false // one of several to choose from; screen readers hear which
    property bool chosen: false
    property bool leading: shortcut !== "" // words at the left, as in a list
    property real size: 32
    readonly property color paper: !enabled ? Theme.idle
        : kind === "primary" ? (down ? Theme.primaryPressed : Theme.primary)
        : kind === "danger" ? Theme.accent
        : down ? Theme.idle : kind === "quiet" ? "transparent" : Theme.card
    readonly property color ink: !enabled ? Theme.idleInk
        : kind === "primary" || kind === "danger" ? Theme.primaryInk : Theme.ink

    implicitHeight: Math.max(96 * u, label.implicitHeight + 24 * u)
    implicitWidth: label.implicitWidth + 64 * u
    leftPadding: 24 * u
    rightPadding: 24 * u
    focusPolicy: Qt.StrongFocus
    // Accessible.checked would be overwritten by the button's own.
    checkable: choice
    checked: chosen
    onToggled: checked = Qt.binding(() => root.chosen) // the model chooses, not the touch
    Accessible.name: text
    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    background: Rectangle {
        color: root.paper
        radius: 14 * root.u
        border.color: root.kind === "secondary" ? Theme.edge : "transparent"
        border.width: Math.max(1, 2 * root.u)

        FocusRing { target: root }
    }
    contentItem: Item {
        implicitWidth: label.implicitWidth

        MText {
            id: label
            anchors.fill: parent
            anchors.rightMargin: badge.visible ? badge.width + 8 * root.u : 0
            text: root.text
            size: root.size
            font.weight: Font.DemiBold
            color: root.ink
            maximumLineCount: 2
            horizontalAlignment: root.leading ? Text.AlignLeft : Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }
        NumberText {
            id: badge
            visible: root.shortcut !== ""
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: root.shortcut
            size: root.size * 0.7
            font.weight: Font.DemiBold
            color: root.ink
            opacity: 0.85
            Accessible.ignored: true
        }
    }
}

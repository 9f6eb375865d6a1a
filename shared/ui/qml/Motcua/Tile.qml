// A large door to touch: a name, what stands below it, and a badge such as people waiting.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

T.AbstractButton {
    id: root

    readonly property real u: (Window.window as MWindow)?.u ?? 1
    property string subtitle: ""
    property string badge: ""
    property string badgeCaption: ""
    property bool shut: false
    property bool whole: false // as high as its words ask for: nothing is elided
    property bool choice: false // one of several to pick; a box says which are
    property bool chosen: false
    property real size: 38
    // What the name may fill: all that the subtitle leaves.
    readonly property real room: height - 24 * u - (below.visible ? below.height + 8 * u : 0)

    implicitHeight: whole ? Math.max(150 * u, words.implicitHeight + 2 * padding) : 180 * u
    padding: 28 * u
    focusPolicy: Qt.StrongFocus
    checkable: choice
    checked: chosen
    onToggled: checked = Qt.binding(() => root.chosen) // the model chooses, not the touch
    Accessible.name: [text, subtitle, badge, badgeCaption].filter(part => part !== "").join(", ")
    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    background: Rectangle {
        color: root.shut || root.down ? Theme.idle : Theme.card
        radius: 18 * root.u
        border.color: root.chosen ? Theme.primary : Theme.edge
        border.width: Math.max(1, (root.chosen ? 5 : 2) * root.u)

        Rectangle {
            width: 8 * root.u
            height: parent.height - 44 * root.u
            anchors.verticalCenter: parent.verticalCenter
            x: 0
            radius: width / 2
            color: root.shut ? Theme.idleInk : Theme.primary
        }
        FocusRing { target: root }
    }
    contentItem: Item {
        FontMetrics { id: metrics; font: name.font }
        Rectangle {
            id: box
            visible: root.choice
            anchors.verticalCenter: parent.verticalCenter
            width: 56 * root.u
            height: width
            radius: 10 * root.u
            color: root.chosen ? Theme.primary : Theme.card
            border.color: root.chosen ? Theme.primary : Theme.idleInk
            border.width: Math.max(1, 3 * root.u)

            NumberText {
                anchors.centerIn: parent
                visible: root.chosen
                text: "✓"
                size: 40
                color: Theme.primaryInk
                Accessible.ignored: true
            }
        }
        Column {
            id: words
            anchors.left: box.visible ? box.right : parent.left
            anchors.leftMargin: box.visible ? 24 * root.u : 0
            anchors.right: count.visible ? count.left : parent.right
            anchors.rightMargin: count.visible ? 20 * root.u : 0
            anchors.verticalCenter: parent.verticalCenter
            spacing: 8 * root.u

            MText {
                id: name
                width: parent.width
                text: root.text
                size: root.size
                font.weight: Font.DemiBold
                color: root.shut ? Theme.idleInk : Theme.ink
                maximumLineCount: root.whole ? 99 : Math.max(1, Math.floor(root.room / metrics.height))
                Accessible.ignored: true
            }
            MText {
                id: below
                width: parent.width
                visible: text !== ""
                text: root.subtitle
                size: 28
                color: root.shut ? Theme.idleInk : Theme.inkSoft
                maximumLineCount: root.whole ? 99 : 2
                Accessible.ignored: true
            }
        }
        Column {
            id: count
            visible: root.badge !== ""
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(badgeNumber.implicitWidth, badgeWords.implicitWidth)

            NumberText {
                id: badgeNumber
                anchors.horizontalCenter: parent.horizontalCenter
                text: root.badge
                size: 52
                color: root.shut ? Theme.idleInk : Theme.primary
                Accessible.ignored: true
            }
            MText {
                id: badgeWords
                anchors.horizontalCenter: parent.horizontalCenter
                text: root.badgeCaption
                size: 28
                color: root.shut ? Theme.idleInk : Theme.inkSoft
                Accessible.ignored: true
            }
        }
    }
}

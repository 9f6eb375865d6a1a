// One key of an on-screen keyboard; reached by the arrows, not one by one with Tab.
pragma ComponentBehavior: Bound
import QtQuick

MButton {
    required property string key
    property string spoken: text
    property real cap: 36 // words on keys stay as they are, letters grow with all others

    objectName: "key-" + key
    leftPadding: 0
    rightPadding: 0
    kind: "secondary"
    focusPolicy: Qt.TabFocus // a touch types and leaves the focus where it is
    size: text.length > 1 ? cap / Theme.textScale : cap
    Accessible.name: spoken
}

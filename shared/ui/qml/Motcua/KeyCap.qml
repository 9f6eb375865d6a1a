// One key of an on-screen keyboard; reached by the arrows, not one by one with Tab.
pragma ComponentBehavior: Bound
import QtQuick

MButton {
    required property string key
    property string spoken: text

    objectName: "key-" + key
    leftPadding: 0
    rightPadding: 0
    kind: "secondary"
    size: 36
    Accessible.name: spoken
}

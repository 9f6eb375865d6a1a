// One letter or digit to type.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

MButton {
    leftPadding: 0
    rightPadding: 0
    kind: "secondary"
    focusPolicy: Qt.TabFocus // a touch types and leaves the focus where it is
    size: 40
}

// One letter or digit to type.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

MButton {
    leftPadding: 0
    rightPadding: 0
    kind: "secondary"
    size: 40
}

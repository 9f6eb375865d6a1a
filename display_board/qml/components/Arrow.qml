// From a number to its counter.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

NumberText {
    text: "→"
    size: 90
    color: Theme.goldInk
    Accessible.ignored: true
}

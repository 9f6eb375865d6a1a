// A window whose grid unit grows with it: u is 1 at the size it was drawn for.
pragma ComponentBehavior: Bound
import QtQuick

Window {
    id: root

    property real designWidth: 1920
    property real designHeight: 1080
    readonly property real u: Math.max(0.1, Math.min(width / designWidth, height / designHeight))

    color: Theme.paper
}

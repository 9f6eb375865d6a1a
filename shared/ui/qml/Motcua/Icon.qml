// A line drawing on a field of 48 by 48, in any size and colour; it always stands beside words.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes

Item {
    id: root

    required property string name
    property color color: Theme.primary
    property real side: 48
    readonly property var drawings: ({
        "procedures": "M11 4 H29 L37 12 V44 H11 Z M29 4 V12 H37 M17 21 H31 M17 28 H31 M17 35 H26",
        "dossier": "M5 12 H18 L22 17 H43 V40 H5 Z M16 28 L22 34 L33 23",
        "my_ticket": "M5 13 H43 V20 A4 4 0 0 0 43 28 V35 H5 V28 A4 4 0 0 0 5 20 Z M31 13 V18 M31 22 V26 M31 30 V35",
        "feedback": "M5 8 H43 V34 H25 L15 43 V34 H5 Z M14 17 H34 M14 25 H28",
        "staff": "M24 6 A8 8 0 1 1 23.99 6 Z M7 43 C7 27 41 27 41 43",
        "check": "M9 25 L20 36 L40 13",
        "search": "M21 7 A14 14 0 1 1 20.99 7 Z M31 31 L42 42"
    })

    implicitWidth: side
    implicitHeight: side

    Shape {
        width: 48
        height: 48
        scale: root.width / 48
        transformOrigin: Item.TopLeft
        Accessible.ignored: true

        ShapePath {
            strokeColor: root.color
            strokeWidth: 3
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg { path: root.drawings[root.name] ?? "" }
        }
    }
}

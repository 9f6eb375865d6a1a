// A face whose mouth bends with the mood, from 1 (best) to -1; drawn with the first frame.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes

Shape {
    id: root

    required property real mood
    required property color ink
    readonly property real r: width / 2
    readonly property real stroke: Math.max(2, r / 9)

    height: width
    preferredRendererType: Shape.CurveRenderer
    Accessible.ignored: true

    ShapePath {
        strokeColor: root.ink
        strokeWidth: root.stroke
        fillColor: "transparent"

        PathAngleArc {
            centerX: root.r
            centerY: root.r
            radiusX: root.r * 0.9
            radiusY: root.r * 0.9
            startAngle: 0
            sweepAngle: 360
        }
    }
    ShapePath {
        strokeColor: root.ink
        strokeWidth: root.stroke
        fillColor: "transparent"
        capStyle: ShapePath.RoundCap
        startX: root.r * 0.55
        startY: root.r * (1.3 - 0.12 * root.mood)

        PathQuad {
            controlX: root.r
            controlY: root.r * (1.3 + 0.42 * root.mood)
            x: root.r * 1.45
            y: root.r * (1.3 - 0.12 * root.mood)
        }
    }
    Repeater {
        model: [0.65, 1.35]

        Rectangle {
            required property real modelData
            x: root.r * (modelData - 0.1)
            y: root.r * 0.65
            width: root.r * 0.2
            height: width
            radius: width / 2
            color: root.ink
        }
    }
}

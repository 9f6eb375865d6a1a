// Numbers and times: Inter with digits of one width, so that nothing jumps.
pragma ComponentBehavior: Bound
import QtQuick

Text {
    id: root

    readonly property real u: (Window.window as MWindow)?.u ?? 1
    property real size: 60

    font.family: Theme.numberFace
    font.weight: Font.Bold
    font.features: ({ "tnum": 1 })
    font.pixelSize: Math.max(1, Math.round(size * u))
    color: Theme.ink
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}

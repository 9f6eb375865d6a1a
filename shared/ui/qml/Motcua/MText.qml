// Words: wrapped, and elided when even that is too long; never clipped.
pragma ComponentBehavior: Bound
import QtQuick

Text {
    id: root

    readonly property real u: (Window.window as MWindow)?.u ?? 1
    property real size: 30

    font.family: Theme.textFace
    font.pixelSize: Math.max(1, Math.round(size * u * Theme.textScale))
    color: Theme.ink
    wrapMode: Text.Wrap
    elide: Text.ElideRight
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}

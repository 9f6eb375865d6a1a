// The house's colours and faces; sizes are multiples of a window's grid unit (MWindow.u).
// Contrast is checked in tests/qml/test_theme.py.
pragma Singleton
import QtQuick

QtObject {
    // Touch screens and counters: ink on warm paper, one blue for doing, red only for trouble.
    readonly property color paper: "#FAF8F3"
    readonly property color card: "#FFFFFF"
    readonly property color ink: "#14213D"
    readonly property color inkSoft: "#465064"
    readonly property color line: "#D8D2C4"
    readonly property color primary: "#123C69"
    readonly property color primaryPressed: "#0B2745"
    readonly property color primaryInk: "#FFFFFF"
    readonly property color accent: "#9E1B1B"
    readonly property color good: "#17573A"
    readonly property color idle: "#ECE8DE"
    readonly property color idleInk: "#545B68"
    readonly property color warnPaper: "#FFF1CC"
    readonly property color warnInk: "#5C3F00"
    readonly property color focus: "#C77700"

    // The wall: light on night, the newest call in gold.
    readonly property color night: "#0A1424"
    readonly property color nightCard: "#14233A"
    readonly property color nightLine: "#2B3F5E"
    readonly property color nightText: "#F7F3E8"
    readonly property color nightSoft: "#BCC8DA"
    readonly property color gold: "#FFD15C"
    readonly property color goldInk: "#1A1405"

    readonly property string textFace: "Be Vietnam Pro"
    readonly property string numberFace: "Inter"

    readonly property int shortMs: 160
    readonly property int calmMs: 400
}

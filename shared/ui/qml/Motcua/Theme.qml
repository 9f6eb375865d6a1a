// The house's colours and faces; sizes are multiples of a window's grid unit (MWindow.u).
// Contrast is checked in tests/qml/test_theme.py.
pragma Singleton
import QtQuick

QtObject {
    // What somebody at a touch screen has asked for; the wall has its contrast always.
    property bool highContrast: false
    property real textScale: 1

    // Touch screens and counters: ink on warm paper, one blue for doing, red only for trouble.
    readonly property color paper: highContrast ? "#000000" : "#FAF8F3"
    readonly property color card: highContrast ? "#000000" : "#FFFFFF"
    readonly property color ink: highContrast ? "#FFFFFF" : "#14213D"
    readonly property color inkSoft: highContrast ? "#FFFFFF" : "#465064"
    readonly property color line: highContrast ? "#FFFFFF" : "#D8D2C4"
    readonly property color edge: highContrast ? "#FFFFFF" : "#8A8371" // of what can be touched
    readonly property color primary: highContrast ? "#FFE14D" : "#123C69"
    readonly property color primaryPressed: highContrast ? "#FFFFFF" : "#0B2745"
    readonly property color primaryInk: highContrast ? "#000000" : "#FFFFFF"
    readonly property color accent: highContrast ? "#FFB3B3" : "#9E1B1B"
    readonly property color good: highContrast ? "#9DFFB8" : "#17573A"
    readonly property color idle: highContrast ? "#2B2B2B" : "#ECE8DE"
    readonly property color idleInk: highContrast ? "#FFFFFF" : "#545B68"
    readonly property color warnPaper: highContrast ? "#2B2B2B" : "#FFF1CC"
    readonly property color warnInk: highContrast ? "#FFE14D" : "#5C3F00"
    readonly property color focus: highContrast ? "#4DE3FF" : "#C77700"

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

// One touch each: larger letters, high contrast, everything lower down, read aloud, more time.
pragma ComponentBehavior: Bound
import QtQuick
import Motcua

Grid {
    id: root

    required property var visit
    required property bool portrait
    readonly property var comfort: visit.shown.comfort
    readonly property var words: visit.shown.words
    readonly property var on: ({
        "text_size": comfort.textScale > 1,
        "high_contrast": comfort.highContrast,
        "low_reach": comfort.lowReach,
        "patient": comfort.patient,
        "speech": comfort.speech
    })
    readonly property int count: portrait ? 5 : 4 // a lying screen is low enough
    readonly property int abreast: portrait && Theme.textScale > 1.25 ? 3 : count // no word is cut
    readonly property real cellHeight: Math.max(96, 2 * 36 * Theme.textScale + 24) * u // two lines
    readonly property real u: (Window.window as MWindow)?.u ?? 1

    columns: abreast
    spacing: 12 * u

    Repeater {
        model: ["text_size", "high_contrast", "low_reach", "speech", "patient"]

        MButton {
            required property string modelData
            objectName: "comfort-" + modelData
            width: (root.width - (root.abreast - 1) * root.spacing) / root.abreast
            height: root.cellHeight
            visible: root.portrait || modelData !== "low_reach"
            leftPadding: 8 * root.u
            rightPadding: 8 * root.u
            kind: chosen ? "primary" : "quiet"
            size: 28
            choice: true
            chosen: root.on[modelData]
            text: root.words[modelData]
            onClicked: modelData === "text_size" ? root.visit.nextTextSize() : root.visit.toggle(modelData)
        }
    }
}

// Vietnamese letters, five tone keys, digits: 1048 by 616 units, ten keys abreast.
// What the keys make of a line is the line's business (shared/ui/typed_line.py).
pragma ComponentBehavior: Bound
import QtQuick

FocusScope {
    id: root

    required property var line // a TypedLine
    required property var words // tone_… space erase shift done
    readonly property real u: (Window.window as MWindow)?.u ?? 1
    readonly property real gap: 8 * u
    readonly property real keyWidth: (width - 9 * gap) / 10
    readonly property real keyHeight: (height - 5 * gap) / 6
    signal done()

    implicitWidth: 1048 * u
    implicitHeight: 616 * u

    // The arrows walk from key to key by where the keys are.
    function walk(dx: int, dy: int): void {
        const from = Window.activeFocusItem;
        if (from === null)
            return;
        const at = from.mapToItem(root, from.width / 2, from.height / 2);
        // A little to the left, since the middle of a wide key is above a gap.
        const to = { x: at.x - gap + dx * (from.width / 2 + keyWidth / 2 + gap), y: at.y + dy * (keyHeight + gap) };
        let found = root.childAt(to.x, to.y);
        while (found !== null && !(found instanceof KeyCap)) {
            const inner = root.mapToItem(found, to.x, to.y);
            found = found.childAt(inner.x, inner.y);
        }
        if (found !== null)
            found.forceActiveFocus(Qt.TabFocusReason);
    }

    Keys.onLeftPressed: walk(-1, 0)
    Keys.onRightPressed: walk(1, 0)
    Keys.onUpPressed: walk(0, -1)
    Keys.onDownPressed: walk(0, 1)

    Column {
        anchors.fill: parent
        spacing: root.gap

        Repeater {
            model: root.line.rows

            Row {
                id: keyRow
                required property var modelData
                required property int index
                spacing: root.gap

                Repeater {
                    model: keyRow.modelData

                    KeyCap {
                        required property string modelData
                        required property int index
                        key: modelData
                        text: root.line.shifted ? modelData.toUpperCase() : modelData
                        width: root.keyWidth
                        height: root.keyHeight
                        focus: keyRow.index === 0 && index === 0
                        activeFocusOnTab: keyRow.index === 0 && index === 0
                        onClicked: root.line.press(text)
                    }
                }
                KeyCap {
                    key: keyRow.index === 2 ? "erase" : "shift"
                    visible: keyRow.index === 2 || keyRow.index === 3
                    text: keyRow.index === 2 ? root.words.erase : root.words.shift
                    cap: 28
                    width: root.keyWidth
                    height: root.keyHeight
                    activeFocusOnTab: false
                    choice: keyRow.index === 3
                    chosen: choice && root.line.shifted
                    kind: chosen ? "primary" : "secondary"
                    onClicked: keyRow.index === 2 ? root.line.erase() : root.line.toggleShift()
                }
            }
        }
        Row {
            spacing: root.gap

            Repeater {
                model: root.line.tones

                KeyCap {
                    required property var modelData
                    key: modelData.name
                    text: root.words["tone_" + modelData.name]
                    spoken: root.words.tone.replace("{name}", text)
                    cap: 30
                    width: root.keyWidth
                    height: root.keyHeight
                    activeFocusOnTab: false
                    onClicked: root.line.press(modelData.key)
                }
            }
            KeyCap {
                key: "space"
                text: root.words.space
                cap: 28
                width: 3 * root.keyWidth + 2 * root.gap
                height: root.keyHeight
                activeFocusOnTab: false
                onClicked: root.line.press(" ")
            }
            KeyCap {
                key: "done"
                text: root.words.done
                cap: 28
                kind: "primary"
                width: 2 * root.keyWidth + root.gap
                height: root.keyHeight
                activeFocusOnTab: false
                onClicked: root.done()
            }
        }
    }
}

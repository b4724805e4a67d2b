pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// Where five words are typed: how far it is, the letters, what they can become, the keyboard.
Item {
    id: entry

    required property Passwords passwords
    property int bleed: 0
    property bool ready: true
    property bool keyed: true
    readonly property bool wide: entry.width > Theme.px(1100)
    default property alias content: above.data

    Scroll {
        id: top

        width: parent.width
        height: entry.keyed ? keyboard.y - Theme.gap : parent.height
        spacing: Theme.px(entry.wide ? 14 : 20)

        Column { id: above; width: parent.width; visible: children.length > 0 }
        WordSlots {
            width: parent.width
            passwords: entry.passwords
        }
        Field {
            width: parent.width
            height: Theme.px(entry.wide ? 92 : 108)
            label: qsTr("Word %1 of 5").arg(entry.passwords.number)
            text: entry.passwords.seen
            active: entry.ready
        }
        Words {
            width: parent.width
            visible: fitting.count === 0
            height: grid.height
            text: qsTr("Word %1 of 5: type its first three letters.").arg(entry.passwords.number)
            color: Theme.colour.soft
            font.pixelSize: Theme.label
        }
        Grid {
            id: grid

            readonly property real cell: (width - (columns - 1) * columnSpacing) / columns

            visible: fitting.count > 0
            width: parent.width
            height: Theme.px(entry.wide ? 88 : 188)
            columns: entry.wide ? 6 : 3
            columnSpacing: Theme.snug
            rowSpacing: Theme.snug

            Repeater {
                id: fitting

                model: entry.passwords.completions

                Chip {
                    required property string title
                    required property int index

                    width: grid.cell
                    height: Theme.px(88)
                    text: entry.keyed ? title : (index + 1) + "  " + title
                    says: title
                    onClicked: entry.passwords.take(title)
                }
            }
        }
    }
    Keyboard {
        id: keyboard

        visible: entry.keyed
        x: -entry.bleed
        width: parent.width + 2 * entry.bleed
        anchors.bottom: parent.bottom
        skirt: Theme.px(entry.bleed ? 400 : 28)
        enabled: entry.ready
        keyHeight: Math.max(Theme.target, Math.min(Theme.px(116), entry.height / 9.5))
        onTyped: letter => entry.passwords.type(letter)
        onErased: entry.passwords.erase()
        onCleared: entry.passwords.clear()
    }
}

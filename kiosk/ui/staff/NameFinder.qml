pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// A name is typed; the visits that fit show as they are found.
Item {
    id: finder

    required property Staff staff
    readonly property NameSearch search: finder.staff.finder.byName
    readonly property bool typing: !finder.search.running && !finder.search.done
    property int bleed: 0

    Field {
        id: field

        width: parent.width
        implicitHeight: Theme.px(132)
        label: qsTr("Name")
        text: finder.search.text
        icon: "search"
        pill: true
        active: finder.typing
        size: Theme.px(52)
    }
    Scroll {
        visible: !finder.typing
        y: field.height + Theme.gap
        width: parent.width
        height: parent.height - y
        spacing: Theme.px(16)

        SearchProgress { search: finder.search }
        Note {
            visible: finder.search.done && found.count === 0
            icon: "search"
            text: qsTr("No visit has this name. Try another spelling, or the code.")
        }
        Repeater {
            id: found

            model: finder.search.matches

            MatchRow {
                width: parent?.width ?? 0
                onClicked: finder.staff.show(key)
            }
        }
    }
    Keyboard {
        visible: finder.typing && finder.staff.keyboard
        x: -finder.bleed
        width: parent.width + 2 * finder.bleed
        anchors.bottom: parent.bottom
        skirt: Theme.px(finder.bleed ? 400 : 28)
        keyHeight: Math.max(Theme.target, Math.min(Theme.px(128), finder.height / 8.5))
        onTyped: letter => finder.search.type(letter)
        onErased: finder.search.erase()
        onCleared: finder.search.clear()
    }
}

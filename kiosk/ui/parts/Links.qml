pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Ways to related pages, as pills.
Column {
    id: part

    required property Rows links
    property string title: ""
    property string about: ""
    signal chosen(key: string)

    spacing: Theme.px(14)

    SectionTitle { text: part.title }
    Words {
        visible: part.about !== ""
        width: parent.width
        text: part.about
        color: Theme.colour.soft
    }
    Flow {
        width: parent.width
        spacing: Theme.snug

        Repeater {
            model: part.links

            Chip {
                required property string key
                required property string title

                most: parent?.width ?? 0
                text: title
                after: "arrow-right"
                onClicked: part.chosen(key)
            }
        }
    }
}

import QtQuick
import Kiosk
import "../parts"

// Short lines with an icon each; the patient's own words stand out.
Rectangle {
    id: card

    required property Rows rows
    required property string title
    required property string empty
    property string end: ""

    implicitHeight: column.height + Theme.px(56)
    height: implicitHeight
    radius: Theme.radius
    color: Theme.colour.oat

    Column {
        id: column

        x: Theme.px(32)
        y: Theme.px(24)
        width: parent.width - 2 * x
        spacing: Theme.px(16)

        SectionTitle { text: card.title; font.pixelSize: Theme.lead }
        Words {
            visible: lines.count === 0
            width: parent.width
            text: card.empty
            color: Theme.colour.soft
        }
        Repeater {
            id: lines

            model: card.rows

            NoteLine { width: parent?.width ?? 0 }
        }
        Rectangle { visible: end.visible; width: parent.width; height: 1; color: Theme.colour.wine }
        Words {
            id: end

            visible: card.end !== "" && lines.count > 0
            width: parent.width
            text: card.end
            color: Theme.colour.soft
            font.pixelSize: Theme.label
        }
    }
}

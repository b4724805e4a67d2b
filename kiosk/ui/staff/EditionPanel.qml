pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// One version: what is different in it, a look at it as patients would see it, and the way to make it so.
Rectangle {
    id: panel

    required property Editions editions

    radius: Theme.px(36)
    color: Theme.colour.card
    border.color: Theme.colour.wine
    border.width: Theme.line

    Scroll {
        anchors { fill: parent; margins: Theme.px(40); bottomMargin: buttons.height + Theme.px(64) }
        spacing: Theme.px(14)

        SectionTitle { text: panel.editions.chosen }
        Words {
            visible: text !== ""
            width: parent.width
            text: panel.editions.chosenLine
            color: Theme.colour.soft
        }
        Repeater {
            model: panel.editions.files

            Row {
                id: file

                required property string icon
                required property string word
                required property string title

                width: parent?.width ?? 0
                spacing: Theme.px(16)

                Icon { id: glyph; name: file.icon; size: Theme.px(36) }
                Words {
                    width: parent.width - glyph.width - parent.spacing
                    text: file.word + ": " + file.title
                    font.pixelSize: Theme.label
                    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                }
            }
        }
    }
    Column {
        id: buttons

        x: Theme.px(40)
        width: parent.width - 2 * x
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(40)
        spacing: Theme.snug

        Words {
            width: parent.width
            text: qsTr("The preview locks this desk. Nothing in it is sent or counted.")
            color: Theme.colour.soft
            font.pixelSize: Theme.label
        }
        ActionButton {
            width: parent.width
            enabled: !panel.editions.busy
            before: "eye"
            text: panel.editions.busy ? qsTr("One moment…") : qsTr("Preview on this screen")
            onClicked: panel.editions.preview()
        }
        ActionButton {
            visible: panel.editions.activatable
            width: parent.width
            before: "circle-check"
            text: qsTr("Show it to patients")
            onClicked: panel.editions.askActivate()
        }
    }
}

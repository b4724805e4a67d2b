import QtQuick
import Kiosk
import "../parts"

// A small page in the colours being mixed.
Rectangle {
    id: card

    required property Look look

    implicitHeight: column.height + Theme.px(56)
    radius: Theme.radius
    color: card.look.paper
    border.color: Theme.colour.wine
    border.width: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("A page in these colours")

    Column {
        id: column

        x: Theme.px(28)
        y: Theme.px(28)
        width: parent.width - 2 * x
        spacing: Theme.px(16)

        Rectangle {
            width: parent.width
            height: inside.height + Theme.px(40)
            radius: Theme.px(18)
            color: card.look.card

            Column {
                id: inside

                x: Theme.px(20)
                y: Theme.px(20)
                width: parent.width - 2 * x
                spacing: Theme.px(4)

                Words { width: parent.width; text: qsTr("A card with text"); color: card.look.ink; font.weight: Font.DemiBold }
                Words { width: parent.width; text: qsTr("and its soft second line"); color: card.look.soft; font.pixelSize: Theme.label }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.snug

            Patch { color: card.look.oat; mark: card.look.ink; text: qsTr("Note") }
            Patch { color: card.look.blush; mark: card.look.ink; text: qsTr("Band") }
            Patch { color: card.look.rose; mark: card.look.wine; text: qsTr("Chosen") }
            Patch { color: card.look.wine; mark: card.look.inverse; text: qsTr("Button") }
        }
    }

    component Patch: Rectangle {
        id: patch

        property color mark
        property string text

        width: words.width + Theme.px(40)
        height: Theme.px(72)
        radius: Theme.px(18)

        Words {
            id: words

            anchors.centerIn: parent
            text: patch.text
            color: patch.mark
            font.pixelSize: Theme.label
            font.weight: Font.DemiBold
        }
    }
}

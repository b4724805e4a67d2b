import QtQuick
import "../parts"

// A colour by its name, shown and chosen.
PressButton {
    id: chip

    property string paint: ""

    implicitHeight: Theme.px(104)
    role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: chosen

    contentItem: Item {
        Rectangle {
            id: swatch

            x: Theme.px(16)
            width: Theme.px(64)
            height: width
            radius: Theme.px(14)
            color: chip.paint
            border.color: Theme.colour.wine
            border.width: Theme.line
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            x: swatch.x + swatch.width + Theme.px(14)
            width: parent.width - x - Theme.px(8)
            text: chip.text
            spoken: false
            color: chip.mark
            font.pixelSize: Theme.label
            font.weight: chip.chosen ? Font.Bold : Font.DemiBold
            lineHeight: 0.95
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}

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

            width: Theme.px(64)
            height: width
            radius: Theme.px(14)
            color: chip.paint
            border.color: Theme.colour.wine
            border.width: Theme.line
            anchors { left: parent.left; leftMargin: Theme.px(16); verticalCenter: parent.verticalCenter }
        }
        Words {
            text: chip.text
            spoken: false
            color: chip.mark
            font.pixelSize: Theme.label
            font.weight: chip.chosen ? Font.Bold : Font.DemiBold
            lineHeight: 0.95
            anchors { left: swatch.right; leftMargin: Theme.px(14); right: parent.right; rightMargin: Theme.px(8); verticalCenter: parent.verticalCenter }
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// A recovery key in groups of eight, and as a QR code in black on white.
Rectangle {
    id: card

    required property Founding founding
    property bool across: false
    readonly property int module: Math.max(3, Math.floor(Theme.px(440) / Math.max(1, card.founding.modules)))

    implicitHeight: grid.height + Theme.px(64)
    height: implicitHeight
    radius: Theme.radius
    color: "#FFFFFF"
    border.color: Theme.colour.wine
    border.width: Theme.line

    Grid {
        id: grid

        anchors.centerIn: parent
        columns: card.across ? 2 : 1
        spacing: Theme.gap
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter

        Grid {
            columns: 3
            columnSpacing: Theme.px(card.across ? 28 : 40)
            rowSpacing: Theme.px(14)
            Accessible.role: Accessible.StaticText
            Accessible.name: card.founding.recovery

            Repeater {
                model: card.founding.recovery.split(" ")

                Words {
                    required property string modelData

                    text: modelData
                    spoken: false
                    font.pixelSize: Theme.px(card.across ? 34 : 40)
                    font.weight: Font.DemiBold
                    wrapMode: Text.NoWrap
                }
            }
        }
        Image {
            width: card.founding.modules * card.module
            height: width
            source: card.founding.picture
            smooth: false
            mipmap: false
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("The recovery key as a QR code")
        }
    }
}

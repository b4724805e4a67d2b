pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// The booking address as a code to scan and in words.
PatientPage {
    id: page

    readonly property Booking booking: page.desk.booking

    title: page.wide || Theme.big ? qsTr("Book on your phone") : qsTr("Book on\nyour phone")
    lead: page.booking.title

    // The code is looked at, not touched: where the lower half is too short for it, it stands above.
    QrCard {
        parent: page
        visible: page.aloft
        anchors { left: parent.left; leftMargin: page.start; right: parent.right; rightMargin: Theme.margin }
        y: page.half - height - Theme.gap
        picture: page.booking.picture
        modules: page.booking.modules
        address: page.booking.address
    }
    Scroll {
        anchors.fill: parent

        QrCard {
            visible: !page.aloft
            width: parent.width
            picture: page.booking.picture
            modules: page.booking.modules
            address: page.booking.address
        }
        Grid {
            id: steps

            width: parent.width
            columns: Theme.big ? 1 : 3
            spacing: Theme.gap

            Repeater {
                model: [qsTr("Open your phone’s camera."), qsTr("Point it at the code."), qsTr("Tap the link that shows up.")]

                Rectangle {
                    id: step

                    required property int index
                    required property string modelData

                    width: Theme.big ? steps.width : (steps.width - 2 * steps.spacing) / 3
                    height: column.height + Theme.px(56)
                    radius: Theme.radius
                    color: Theme.colour.oat
                    border.width: Theme.plain ? Theme.line : 0
                    border.color: Theme.colour.wine

                    Column {
                        id: column

                        anchors { left: parent.left; leftMargin: Theme.px(32); right: parent.right; rightMargin: Theme.px(32) }
                        y: Theme.px(26)

                        Words {
                            width: parent.width
                            text: String(step.index + 1)
                            color: Theme.colour.wine
                            font.pixelSize: Theme.px([44, 58, 62, 66][Theme.size])
                            font.weight: Font.DemiBold
                        }
                        Words { width: parent.width; text: step.modelData; font.weight: Font.Medium }
                    }
                }
            }
        }
        Note {
            bare: true
            icon: "concierge-bell"
            text: qsTr("No phone with you? The front desk can book for you. The first visit is a talk with your nurse.")
        }
    }
}

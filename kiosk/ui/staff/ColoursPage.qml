pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import "../parts"

// The colours of this kiosk, mixed with their figures in sight; what is hard to read is not saved.
StaffPage {
    id: page

    readonly property Staff staff: page.desk.staff
    readonly property Paintbox colours: page.desk.admin.colours

    title: qsTr("Colours")
    columns: 2
    way: page.colours.unsaved ? qsTr("Do not save") : qsTr("Back")
    wayIcon: page.colours.unsaved ? "x" : "arrow-left"
    lockFirst: false
    onLeaving: page.staff.up()
    side: [
        Note {
            icon: page.colours.legible ? "circle-check" : "triangle-alert"
            strong: !page.colours.legible
            text: page.colours.note || page.colours.weakest
            spoken: false
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        },
        Problem {
            icon: "triangle-alert"
            text: page.colours.problem
        },
        HelpLine {
            desk: page.desk
            text: qsTr("Esc: back.")
        }
    ]
    nav: [
        NavPlace {
            Layout.preferredWidth: page.part(1)
            shown: page.colours.own
            size: Theme.label
            before: "rotate-ccw"
            text: qsTr("Reset")
            onClicked: page.colours.reset()
        },
        NavPlace {
            Layout.preferredWidth: page.part(1)
            shown: page.colours.unsaved && page.colours.legible
            primary: true
            size: Theme.label
            before: "check"
            text: qsTr("Save")
            onClicked: page.colours.save()
        }
    ]

    Scroll {
        anchors.fill: parent
        spacing: Theme.px(20)

        Row {
            width: parent?.width ?? 0
            spacing: Theme.gap

            LookCard {
                id: look

                width: Math.floor(parent.width * 0.56)
                look: page.colours.look
            }
            Column {
                width: parent.width - look.width - parent.spacing
                spacing: Theme.px(16)
                anchors.verticalCenter: parent.verticalCenter

                Repeater {
                    model: page.colours.figures

                    FigureLine { width: parent?.width ?? 0 }
                }
            }
        }
        Grid {
            id: paints

            width: parent?.width ?? 0
            columns: 4
            spacing: Theme.snug

            Repeater {
                model: page.colours.paints

                PaintChip {
                    required property string key
                    required property string title
                    required paint
                    required chosen

                    width: (paints.width - 3 * paints.spacing) / 4
                    text: title
                    onClicked: page.colours.choose(key)
                }
            }
        }
        Repeater {
            model: page.colours.mix

            MixLine { colours: page.colours }
        }
    }
}

import QtQuick
import Kiosk
import "../parts"

// Everything in a record, from the gravest down to where it comes from.
Item {
    id: sheet

    required property Staff staff
    readonly property bool pictured: sheet.staff.chart.areaWords !== ""

    Problem {
        id: problem

        icon: "triangle-alert"
        text: sheet.staff.problem
    }
    Scroll {
        y: problem.visible ? problem.height + Theme.gap : 0
        width: parent.width
        height: parent.height - y

        Column {
            width: parent.width
            spacing: Theme.px(14)

            Repeater {
                model: sheet.staff.chart.alerts

                AlertPanel { width: parent?.width ?? 0 }
            }
        }
        ScoreCard {
            width: parent.width
            rows: sheet.staff.chart.scores
        }
        Row {
            readonly property real tall: Math.max(sheet.pictured ? face.implicitHeight : 0, notes.implicitHeight)

            width: parent.width
            spacing: Theme.gap

            FaceCard {
                id: face

                visible: sheet.pictured
                width: Theme.px(436)
                height: parent.tall
                chart: sheet.staff.chart
            }
            NotesCard {
                id: notes

                width: parent.width - (sheet.pictured ? face.width + parent.spacing : 0)
                height: parent.tall
                title: qsTr("To talk about")
                empty: qsTr("Nothing was asked or left for the room.")
                end: qsTr("Typed and tapped by the patient, word for word.")
                rows: sheet.staff.chart.notes
            }
        }
        AnswersCard {
            width: parent.width
            rows: sheet.staff.chart.answers
        }
        NotesCard {
            width: parent.width
            title: qsTr("Read on this screen")
            empty: qsTr("No page was opened before sending.")
            rows: sheet.staff.chart.read
        }
        Note {
            bare: true
            icon: "shield-check"
            text: sheet.staff.chart.provenance
        }
    }
}

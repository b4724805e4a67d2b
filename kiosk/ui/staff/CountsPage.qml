import QtQuick
import QtQuick.Layouts
import Kiosk
import "../parts"

// What many patients read and where they leave the questionnaire: figures of visits, never of a person.
StaffPage {
    id: page

    readonly property Staff staff: page.desk.staff
    readonly property Counts counts: page.desk.admin.counts

    title: qsTr("Counts")
    lead: qsTr("What patients read, and where they stop.")
    way: qsTr("Back")
    onLeaving: page.staff.up()
    side: [
        RadioChips {
            width: parent?.width ?? 0
            rows: page.counts.periods
            onChosen: key => page.counts.choose(key)
        },
        Words {
            width: parent?.width ?? 0
            text: page.counts.busy ? qsTr("One moment…") : page.counts.span || qsTr("Nothing yet: this period began today.")
            color: Theme.colour.soft
            font.pixelSize: Theme.label
        },
        Problem {
            icon: "triangle-alert"
            text: page.counts.problem
        },
        HelpLine {
            desk: page.desk
            text: qsTr("Esc: back.")
        }
    ]
    nav: [
        NavPlace {
            Layout.preferredWidth: page.part(1)
            before: "file-down"
            text: qsTr("Save as a table")
            size: Theme.label
            onClicked: page.counts.askSave()
        }
    ]

    Scroll {
        id: scroll

        visible: !page.counts.papers.asking
        anchors.fill: parent
        spacing: Theme.px(44)

        Note {
            width: parent.width
            icon: "info"
            text: qsTr("Figures are bands of five, so that nobody stands out: 10–14 is somewhere between, and 0–4 may be none. A visit counts once for each thing. Today is counted from tomorrow on.")
        }
        CountBars {
            title: qsTr("The questionnaire")
            about: qsTr("Begun, sent, and the questions it was left at.")
            rows: page.counts.way
        }
        CountBars { title: qsTr("Treatments read"); rows: page.counts.treatments }
        CountBars { title: qsTr("Questions read"); rows: page.counts.questions }
        CountTimes { visible: page.counts.timed; rows: page.counts.time; steps: page.counts.steps }
        CountBars {
            title: qsTr("Searches that found nothing")
            about: qsTr("By the question that was offered instead. What was typed is kept nowhere.")
            rows: page.counts.searches
        }
        CountBars { title: qsTr("Pages opened"); rows: page.counts.pages }
        CountBars { title: qsTr("Settings and help used"); rows: page.counts.used }
        Note {
            width: parent.width
            icon: "shield-check"
            text: qsTr("Not counted: who, when in the day, in which order, any answer, anything typed, staff, demonstrations. Figures are deleted after 400 days.")
        }
    }
    PaperPanel {
        visible: page.counts.papers.asking
        anchors.fill: parent
        papers: page.counts.papers
        what: qsTr("Save the counts")
        back: qsTr("Back to the counts")
    }
}

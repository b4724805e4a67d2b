pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import "../parts"

// One treatment: quick facts, how it works, what to know, what goes with it.
PatientPage {
    id: page

    readonly property Reading reading: page.desk.reading
    readonly property string key: page.reading.key

    onKeyChanged: scroll.toTop()

    title: page.reading.title
    lead: page.reading.lead
    nav: [
        AskButton {
            visible: !Theme.big
            Layout.fillWidth: true
            Layout.fillHeight: true
            asked: page.reading.asked
            onClicked: page.reading.ask()
        },
        ActionButton {
            Layout.fillHeight: true
            Layout.fillWidth: Theme.big || page.beside
            Layout.preferredWidth: Math.max(Theme.px(300), implicitWidth)
            primary: true
            after: "arrow-right"
            text: qsTr("Book this")
            onClicked: page.desk.book()
        }
    ]

    Scroll {
        id: scroll

        anchors.fill: parent

        FactStrip {
            width: parent.width
            facts: page.reading.facts
        }
        AskButton {
            visible: Theme.big
            width: parent.width
            asked: page.reading.asked
            onClicked: page.reading.ask()
        }
        SectionTitle { text: qsTr("How it works") }
        StepRow {
            width: parent.width
            steps: page.reading.steps
        }
        Column {
            width: parent.width
            spacing: Theme.snug

            Repeater {
                model: page.reading.sections

                Disclosure {
                    id: part

                    required property string key
                    required title
                    required summary
                    required opened

                    width: parent?.width ?? 0
                    onToggled: page.reading.openSection(key)
                    onOpenedChanged: scroll.wanted = part.opened ? part : null

                    Prose {
                        width: parent.width
                        blocks: page.reading.sectionBlocks
                    }
                }
            }
        }
        Links {
            width: parent.width
            visible: page.reading.pairs.rowCount() > 0
            title: qsTr("Pairs with")
            about: qsTr("Your clinician will tell you what suits you.")
            links: page.reading.pairs
            onChosen: key => page.desk.openTreatment(key)
        }
        Links {
            width: parent.width
            visible: page.reading.related.rowCount() > 0
            title: qsTr("People also ask")
            links: page.reading.related
            onChosen: key => page.desk.openQuestion(key)
        }
        SourceLine { text: page.reading.source }
    }
}

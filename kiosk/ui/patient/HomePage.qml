pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import "../parts"

// The four ways on, and what the clinic has to tell.
PatientPage {
    id: page

    readonly property Announcing told: page.desk.reading.announcing
    readonly property bool tells: page.told.title !== ""
    readonly property bool aside: page.wide && !Theme.big && !Theme.lowered

    title: Theme.big ? qsTr("Welcome.") : page.wide ? qsTr("Welcome. Take your time.") : qsTr("Welcome.\nTake your time.")
    lead: qsTr("Look around while you wait. It is up to you.")
    backShown: false
    titleSize: Theme.px([64, 92, 96, 96][Theme.size])

    Announcement {
        parent: page
        visible: page.tells && page.aside
        told: page.told
        anchors { left: parent.left; leftMargin: Theme.px(40) }
        width: page.inset - 2 * anchors.leftMargin
        anchors { bottom: parent.bottom; bottomMargin: Theme.px(216) }
    }
    Scroll {
        anchors.fill: parent

        StartCard {
            width: parent.width
            text: qsTr("Get ready for your visit")
            about: page.desk.asking.open ? qsTr("A few questions, about %1 minutes. Only your care team sees your answers.").arg(page.desk.asking.minutes)
                : qsTr("The questions are not open yet. The front desk is glad to help.")
            snug: page.tells && !page.wide
            pill: !page.desk.asking.open ? "" : page.desk.holdsAnswers ? qsTr("Continue") : qsTr("Start")
            onClicked: page.desk.ask()
        }
        Announcement {
            visible: page.tells && !page.aside
            told: page.told
            width: parent.width
        }
        GridLayout {
            readonly property bool three: page.wide && !Theme.big

            width: parent.width
            columns: Theme.big ? 1 : three ? 3 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: true

            component Card: HomeCard {
                small: (page.wide || page.tells) && !Theme.big
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredHeight: Math.max(implicitHeight, Theme.px(Theme.big ? 200 : page.wide ? 336 : page.tells ? 318 : 436))
            }

            Card {
                text: qsTr("Our treatments")
                about: qsTr("How each one works and how it feels")
                picture: page.desk.drawing("emblem-treatments.svg", Theme.contrast)
                symbol: "sparkles"
                onClicked: page.desk.open("Treatments")
            }
            Card {
                text: qsTr("Common questions")
                about: qsTr("Short, plain answers to what people ask")
                picture: page.desk.drawing("emblem-questions.svg", Theme.contrast)
                symbol: "messages-square"
                onClicked: page.desk.open("Questions")
            }
            Card {
                across: !page.wide
                text: qsTr("Book on your phone")
                about: qsTr("Scan a code. No typing.")
                picture: page.desk.drawing("emblem-book.svg", Theme.contrast)
                symbol: "qr-code"
                Layout.columnSpan: parent.three || Theme.big ? 1 : 2
                Layout.preferredHeight: Math.max(implicitHeight, Theme.px(Theme.big ? 200 : page.wide ? 336 : page.tells ? 184 : 216))
                onClicked: page.desk.book()
            }
        }
        Note {
            visible: !page.wide
            bare: true
            icon: "shield-check"
            text: qsTr("What you tap is cleared from this screen when you leave.")
        }
    }
}

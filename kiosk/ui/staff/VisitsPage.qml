import QtQuick
import QtQuick.Layouts
import Kiosk
import "../parts"

// The sent records, newest first, six a page; a record is opened from here or by its code.
StaffPage {
    id: page

    readonly property Staff staff: page.desk.staff
    property bool ending: false

    title: page.staff.finding ? qsTr("Find by code") : qsTr("Visits")
    lead: page.staff.finding ? qsTr("Type the code the patient tells you, for example MAPLE 27.")
        : qsTr("%1.  Visits kept: %2.").arg(page.staff.today).arg(page.staff.count)
    columns: page.wide ? 2 : 3
    side: RowLayout {
        visible: !page.staff.finding
        width: parent.width
        spacing: Theme.gap

        Words {
            Layout.fillWidth: true
            text: page.staff.problem || qsTr("Names stay hidden until you open a record.")
            color: Theme.colour.soft
            font.pixelSize: Theme.label
            font.weight: page.staff.problem ? Font.Bold : Font.Normal
        }
        Words {
            visible: page.staff.pages > 1
            Layout.alignment: Qt.AlignTop
            text: qsTr("Page %1 of %2").arg(page.staff.pageNumber).arg(page.staff.pages)
            font.pixelSize: Theme.label
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
        }
    }
    nav: [
        NavPlace {
            shown: !page.ending
            Layout.columnSpan: page.wide ? 2 : 1
            Layout.preferredWidth: page.part(page.wide ? 2 : 1)
            size: Theme.label
            before: page.staff.finding ? "arrow-left" : "search"
            text: page.staff.finding ? qsTr("All visits") : qsTr("Find by code")
            onClicked: page.staff.find(!page.staff.finding)
        },
        NavPlace {
            Layout.preferredWidth: page.part(1)
            size: Theme.label
            visible: !page.staff.finding
            shown: page.staff.pageNumber > 1 && !page.ending
            before: "chevron-left"
            text: qsTr("Newer")
            onClicked: page.staff.turn(-1)
        },
        NavPlace {
            Layout.preferredWidth: page.part(1)
            size: Theme.label
            visible: !page.staff.finding
            shown: page.staff.pageNumber < page.staff.pages && !page.ending
            after: "chevron-right"
            text: qsTr("Older")
            onClicked: page.staff.turn(1)
        },
        ActionButton {
            visible: page.staff.finding
            Layout.columnSpan: 2
            Layout.preferredWidth: page.part(2)
            primary: true
            text: qsTr("Open")
            after: "arrow-right"
            onClicked: page.staff.openFound()
        },
        Words {
            Layout.columnSpan: page.columns
            Layout.fillWidth: true
            text: qsTr("The screen goes back to patients when you lock it.")
            color: Theme.colour.soft
            font.pixelSize: Theme.label
            horizontalAlignment: page.wide ? Text.AlignLeft : Text.AlignHCenter
        },
        NavPlace {
            Layout.preferredWidth: page.part(1)
            size: Theme.label
            shown: !page.staff.finding && !page.ending
            before: "power"
            text: qsTr("End program")
            onClicked: page.ending = true
        },
        ActionButton {
            Layout.columnSpan: page.columns - 1
            Layout.preferredWidth: page.part(page.columns - 1)
            primary: !page.staff.finding && !page.ending
            size: page.wide ? Theme.label : Theme.lead
            before: "lock"
            text: qsTr("Lock now")
            onClicked: page.staff.lock()
        }
    ]

    VisitList {
        visible: !page.staff.finding && !page.ending
        anchors.fill: parent
        staff: page.staff
    }
    CodeFinder {
        visible: page.staff.finding
        anchors.fill: parent
        bleed: page.wide ? 0 : Theme.margin
        staff: page.staff
    }
    AskPanel {
        visible: page.ending
        anchors.fill: parent
        icon: "power"
        title: qsTr("End the program?")
        about: qsTr("The kiosk closes. Patients can use it again when it is started.")
        stay: qsTr("Keep it running")
        go: qsTr("End it now")
        onStayed: page.ending = false
        onGone: page.staff.leaveKiosk()
    }
}

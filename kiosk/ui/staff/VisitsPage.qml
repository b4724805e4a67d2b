import QtQuick
import QtQuick.Layouts
import Kiosk
import "../parts"

// The sent records, newest first, six a page; a record is opened from here, by its code, or by a name.
StaffPage {
    id: page

    readonly property Staff staff: page.desk.staff
    readonly property VisitFinder finder: page.staff.finder
    readonly property bool searched: page.finder.byName.running || page.finder.byName.done

    title: !page.finder.finding ? qsTr("Visits") : page.finder.naming ? qsTr("Find by name") : qsTr("Find by code")
    lead: page.finder.naming ? qsTr("Records are opened one by one, newest first. No name is kept.")
        : page.finder.finding ? qsTr("Type the code the patient tells you, for example MAPLE 27.")
        : qsTr("%1.  Visits kept: %2.").arg(page.staff.today).arg(page.staff.count)
    columns: page.wide ? 2 : 3
    way: page.finder.finding ? qsTr("All visits") : page.desk.office ? qsTr("This computer") : qsTr("This kiosk")
    wayIcon: page.finder.finding ? "arrow-left" : "info"
    lockFirst: !page.finder.finding
    onLeaving: page.finder.finding ? page.finder.find(false) : page.staff.go("Office")
    side: [
        NoticeList {
            id: notices

            visible: !page.finder.finding
            rows: page.staff.notices
            room: page.sideRoom - (page.wide ? keys.height + Theme.px(88) : 0)
            rest: page.desk.office ? qsTr("More to know, under “This computer”:") : qsTr("More to know, under “This kiosk”:")
        },
        Problem {
            icon: "triangle-alert"
            text: page.finder.finding ? page.staff.problem || page.finder.problem || page.finder.byName.problem : ""
        },
        RowLayout {
            visible: !page.finder.finding
            width: parent?.width ?? 0
            spacing: Theme.gap

            Words {
                Layout.fillWidth: true
                text: page.staff.problem || (page.wide && !notices.whole ? "" : qsTr("Names stay hidden until you open a record."))
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
        },
        HelpLine {
            id: keys

            desk: page.desk
            typing: page.finder.finding
            text: page.finder.finding ? qsTr("Enter: search or open. Esc: back.") : qsTr("Ctrl+F: find. Arrows and Enter: open. Page keys: leaf. Ctrl+L: lock.")
        }
    ]
    nav: [
        NavPlace {
            visible: !page.finder.finding
            Layout.columnSpan: page.wide ? 2 : 1
            Layout.preferredWidth: page.part(page.wide ? 2 : 1)
            Layout.preferredHeight: Theme.px(page.wide ? 88 : 116)
            size: Theme.label
            before: "search"
            text: qsTr("Find a visit")
            onClicked: page.finder.find(true)
        },
        NavPlace {
            Layout.preferredWidth: page.part(1)
            Layout.preferredHeight: Theme.px(page.wide ? 88 : 116)
            size: Theme.label
            visible: !page.finder.finding
            shown: page.staff.pageNumber > 1
            before: "chevron-left"
            text: qsTr("Newer")
            onClicked: page.staff.turn(-1)
        },
        NavPlace {
            Layout.preferredWidth: page.part(1)
            Layout.preferredHeight: Theme.px(page.wide ? 88 : 116)
            size: Theme.label
            visible: !page.finder.finding
            shown: page.staff.pageNumber < page.staff.pages
            after: "chevron-right"
            text: qsTr("Older")
            onClicked: page.staff.turn(1)
        },
        ActionButton {
            visible: page.finder.finding && !page.finder.naming
            Layout.columnSpan: page.columns
            Layout.preferredWidth: page.inner
            primary: true
            text: qsTr("Open")
            after: "arrow-right"
            onClicked: page.finder.open()
        },
        ActionButton {
            visible: page.finder.naming
            Layout.columnSpan: page.columns
            Layout.preferredWidth: page.inner
            primary: true
            before: page.finder.byName.running ? "x" : "search"
            text: page.finder.byName.running ? qsTr("Cancel") : page.searched ? qsTr("Another name") : qsTr("Search")
            onClicked: page.finder.byName.running ? page.finder.byName.cancel() : page.searched ? page.finder.byName.clear() : page.finder.byName.search()
        },
        Words {
            visible: !page.desk.office
            Layout.columnSpan: page.columns
            Layout.fillWidth: true
            text: qsTr("The screen goes back to patients when you lock it.")
            color: Theme.colour.soft
            font.pixelSize: Theme.label
            horizontalAlignment: page.wide ? Text.AlignLeft : Text.AlignHCenter
        }
    ]

    VisitList {
        visible: !page.finder.finding
        anchors.fill: parent
        staff: page.staff
    }
    Finder {
        visible: page.finder.finding
        anchors.fill: parent
        bleed: page.wide ? 0 : Theme.margin
        staff: page.staff
    }
}

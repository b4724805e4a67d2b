import QtQuick
import QtQuick.Layouts
import Kiosk
import "../parts"

// What every staff page shares: the band of wine, the title, the work, and the buttons at the bottom.
FocusScope {
    id: page

    required property Desk desk
    property string title: ""
    property string lead: ""
    property bool coded: false
    property int columns: 1
    property string way: ""  // the words of the button that leads away, always in the same corner
    property string wayIcon: "arrow-left"
    property bool locks: page.desk.staff.open
    property bool lockFirst: true  // nothing on the page matters more than to lock it
    property alias status: band.status
    property alias side: below.data
    property alias nav: buttons.data
    default property alias content: work.data
    signal leaving
    readonly property bool wide: page.width > page.height
    readonly property real sideRoom: page.wide ? buttons.y - head.y - below.y - Theme.gap : Theme.px(320)
    readonly property real third: Math.floor((page.inner + Theme.gap) / (page.wide ? 2 : 3)) - Theme.gap
    readonly property int inner: page.wide ? Theme.px(532) : page.width - 2 * Theme.margin

    focus: true

    StaffHead {
        id: band

        width: parent.width
        desk: page.desk
    }
    Column {
        id: head

        anchors { left: parent.left; leftMargin: Theme.margin }
        y: band.height + Theme.px(page.coded || page.wide ? 32 : 48)
        width: page.inner
        spacing: Theme.px(page.coded ? 8 : 16)

        Title {
            width: parent.width
            text: page.title
            font.family: page.coded ? Theme.sans : Theme.serif
            font.weight: page.coded ? Font.Bold : Theme.titleWeight
            font.pixelSize: Theme.px(page.coded ? 84 : page.wide ? 60 : 80)
            fontSizeMode: page.coded ? Text.HorizontalFit : Text.FixedSize
            minimumPixelSize: Theme.heading
            wrapMode: page.coded ? Text.NoWrap : Text.WordWrap
            focus: true
        }
        Words {
            visible: page.lead !== ""
            width: parent.width
            text: page.lead
            color: Theme.colour.soft
            font.pixelSize: page.wide ? Theme.body : Theme.lead
        }
        Column {
            id: below

            width: parent.width
            topPadding: Theme.px(8)
            spacing: Theme.px(16)
        }
    }
    Item {
        id: work

        anchors { left: parent.left; leftMargin: page.wide ? Theme.px(660) : Theme.margin; right: parent.right; rightMargin: Theme.margin }
        y: page.wide ? band.height + Theme.px(32) : head.y + head.height + Theme.gap
        height: (page.wide ? page.height - Theme.px(28) : buttons.y - Theme.gap) - y
    }
    GridLayout {
        id: buttons

        width: page.inner
        anchors { left: parent.left; leftMargin: Theme.margin; bottom: ends.top; bottomMargin: ends.visible ? rowSpacing : 0 }
        columns: page.columns
        columnSpacing: Theme.gap
        rowSpacing: Theme.px(14)
    }

    RowLayout {
        id: ends

        visible: page.way !== "" || page.locks
        width: page.inner
        height: visible ? implicitHeight : 0
        anchors { left: parent.left; leftMargin: Theme.margin; bottom: parent.bottom; bottomMargin: Theme.px(page.wide ? 28 : 48) }
        spacing: Theme.gap

        NavPlace {
            Layout.preferredWidth: page.locks ? page.third : page.inner
            Layout.fillHeight: true
            shown: page.way !== ""
            size: Theme.label
            before: page.wayIcon
            text: page.way
            onClicked: page.leaving()
        }
        NavPlace {
            visible: page.locks
            Layout.fillWidth: true
            Layout.fillHeight: true
            primary: page.lockFirst
            size: page.wide ? Theme.label : Theme.lead
            before: "lock"
            text: qsTr("Lock now")
            onClicked: page.desk.staff.lock()
        }
    }

    function part(share: int): real {
        return Math.floor((page.inner + Theme.gap) / page.columns * share) - Theme.gap;
    }
}

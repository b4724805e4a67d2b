import QtQuick
import QtQuick.Layouts
import Kiosk

// What every patient page shares: the head, the work below it, the way back at the bottom.
FocusScope {
    id: page

    required property Desk desk
    property string title: ""
    property string lead: ""
    property bool asks: false
    property bool types: false
    property bool hinted: false
    property bool keyed: false
    property bool backShown: true
    property int titleSize: page.asks ? Theme.question : Theme.title
    property alias head: headExtra.data
    property alias nav: navExtra.data
    default property alias content: work.data
    readonly property bool wide: page.width > page.height
    // Lowered, the words stay in the upper half where the lower one is full of what is touched; lying down with large
    // words or lowered, the way on stands in the column of the picture.
    readonly property bool aloft: Theme.lowered && (Theme.big || page.types || page.wide)
    readonly property bool beside: page.wide && (Theme.lowered || Theme.big)
    readonly property int inset: !page.wide ? 0 : page.beside && page.keyed ? Theme.px(880) : Theme.px(596)
    readonly property int start: page.inset + Theme.margin
    readonly property int half: Theme.lowered ? Math.round(page.Window.height / 2) : 0
    readonly property int foot: Theme.px(page.beside ? 8 : 28)

    focus: true

    Lines {
        visible: Theme.ornate && !page.wide && !page.asks && !Theme.lowered
    }
    Rectangle {
        visible: page.wide && Theme.ornate
        anchors.left: parent.left
        width: page.inset
        height: parent.height
        color: Theme.colour.blush
        clip: true

        Lines {
            name: "settling-lines-attract.svg"
            aspect: 1240 / 1080
            anchors.left: parent.left
            width: Theme.px(1080)
            y: Theme.px(120)
            opacity: 0.75
        }
    }
    Note {
        visible: page.wide && !Theme.big && !Theme.lowered
        bare: true
        anchors { left: parent.left; leftMargin: Theme.margin - Theme.px(10) }
        width: page.inset - 2 * anchors.leftMargin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(50)
        icon: "shield-check"
        text: qsTr("What you tap is cleared from this screen when you leave.")
    }
    LoweredHead { visible: Theme.lowered; anchors { left: parent.left; leftMargin: page.inset; right: parent.right } height: page.half; words: !page.aloft }
    Brand {
        anchors { left: parent.left; leftMargin: Theme.margin }
        y: Theme.px(52)
        visible: page.wide || !page.asks || Theme.lowered
        clinic: page.desk.clinic
        room: (page.wide ? page.inset : page.width) - Theme.margin
        onHeld: page.desk.staffGesture()
    }
    Column {
        id: headColumn

        anchors { left: parent.left; leftMargin: page.start }
        y: page.half && !page.aloft ? page.half + Theme.px(32) : Theme.px((page.wide || page.asks) && !(page.aloft && !page.wide) ? (page.wide && page.types ? 36 : 56) : 142)
        width: work.width
        spacing: Theme.px(Theme.lowered ? 10 : 14)

        Item {
            id: headExtra

            width: parent.width
            implicitHeight: childrenRect.height + (Theme.lowered ? 0 : Theme.px(16))
            visible: childrenRect.height > 0
        }
        Title {
            id: heading

            width: parent.width
            text: page.title
            font.pixelSize: Theme.lowered && !page.aloft ? Theme.px(48) : (page.types || page.wide && page.asks) && (page.wide && (page.types || Theme.big) || Theme.big) ? Math.min(page.titleSize, Theme.px(page.wide ? 54 : 60)) : page.titleSize
            focus: true
        }
        Words {
            width: parent.width
            visible: page.lead !== "" && !(Theme.lowered && !page.aloft && page.asks) && !(page.wide && page.hinted)
            text: page.lead
            color: Theme.colour.soft
            font.pixelSize: page.asks ? Theme.body : Theme.lead
        }
    }
    Item {
        id: work

        objectName: "work"

        readonly property int below: headColumn.y + headColumn.height + Theme.gap

        anchors { left: parent.left; leftMargin: page.start; right: parent.right; rightMargin: Theme.margin }
        y: page.aloft ? page.half + Theme.px(page.beside ? 12 : 20) : Theme.lowered || page.wide ? work.below : Math.max(Theme.px(428), work.below + (page.types && Theme.big ? 0 : Theme.gap))
        height: (navRow.visible && !page.beside ? navRow.y - Theme.gap : page.height - page.foot) - y
    }
    GridLayout {
        id: navRow

        visible: page.backShown || navExtra.visible
        anchors { left: parent.left; leftMargin: page.beside ? Theme.margin : page.start }
        y: page.height - page.foot - height
        width: page.beside ? page.inset - 2 * Theme.margin : work.width
        height: Math.max(Theme.px(Theme.lowered ? 96 : 116), Theme.big && !Theme.lowered && !page.beside && !page.types ? Theme.lead * 2.75 : 0, implicitHeight)
        columns: page.beside && !page.keyed ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.px(12)

        ActionButton {
            visible: page.backShown
            before: "arrow-left"
            text: qsTr("Back")
            Layout.preferredWidth: Math.max(Theme.px(300), implicitWidth)
            Layout.fillHeight: true
            Layout.fillWidth: navRow.columns === 1
            onClicked: page.desk.back()
        }
        GridLayout {
            id: navExtra

            visible: children.length > 0
            columns: navRow.columns === 1 ? 1 : 9
            columnSpacing: Theme.gap
            rowSpacing: navRow.rowSpacing
            Layout.fillHeight: true
            Layout.fillWidth: true
        }
    }
}

import QtQuick

// A part of a page that may be longer than its place: swipe, or touch "See more". Never sideways.
Item {
    id: scroll

    default property alias content: column.data
    property alias spacing: column.spacing
    property Item wanted: null  // to be shown as soon as it has its place
    readonly property real room: scroll.height
    readonly property bool more: column.height > scroll.room + 1
    readonly property bool atEnd: flick.contentY >= flick.contentHeight - flick.height - 1

    implicitHeight: column.height

    onWantedChanged: later.restart()

    function find() {
        if (scroll.wanted)
            scroll.show(scroll.wanted);
    }
    function toTop() {
        flick.contentY = 0;
    }
    function show(part: Item) {
        const top = part.mapToItem(column, 0, 0).y;
        flick.contentY = Math.max(0, Math.min(top - Theme.snug, flick.contentHeight - flick.height));
    }

    Timer { id: later; interval: 0; onTriggered: scroll.find() }  // goes with the page, where Qt.callLater would not
    Flickable {
        id: flick

        readonly property real step: Math.max(flick.height - Theme.px(64), flick.height * 0.6)

        anchors.fill: parent
        anchors.bottomMargin: scroll.more ? button.height + Theme.snug : 0
        contentHeight: column.height
        contentWidth: width
        flickableDirection: Flickable.VerticalFlick
        boundsBehavior: Flickable.StopAtBounds
        clip: scroll.more

        Column {
            id: column

            width: flick.width
            spacing: Theme.gap
            onHeightChanged: { scroll.find(); later.restart(); }
        }
    }
    ActionButton {
        id: button

        visible: scroll.more
        width: parent.width
        implicitHeight: Math.max(Theme.target, Theme.label * 2)
        anchors.bottom: parent.bottom
        size: Theme.label
        ground: Theme.colour.paper
        text: scroll.atEnd ? qsTr("Back to the top") : qsTr("See more")
        after: scroll.atEnd ? "chevron-up" : "chevron-down"
        onClicked: flick.contentY = scroll.atEnd ? 0 : Math.min(flick.contentY + flick.step, flick.contentHeight - flick.height)
    }
}

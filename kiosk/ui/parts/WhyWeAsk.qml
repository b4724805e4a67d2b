import QtQuick
import Kiosk

// "Why we ask": opens below itself, so that no answer moves.
Column {
    id: why

    required property Asking asking
    property int head: 0
    property bool panel: true
    property bool tight: false
    readonly property int buttonWidth: button.implicitWidth
    readonly property bool shown: why.asking.reason !== ""

    objectName: "explains"
    spacing: Theme.snug

    PressButton {
        id: button

        visible: why.shown
        anchors.left: parent.left
        implicitHeight: Math.max(why.head, Theme.px(why.tight ? 82 : 88), why.tight ? 0 : Theme.label * 1.8)
        implicitWidth: row.width + Theme.px(20)
        text: qsTr("Why we ask")
        tells: why.asking.why ? qsTr("open") : qsTr("closed")
        onClicked: why.asking.askWhy()
        background: Rectangle {
            radius: Theme.radius
            color: button.pressed ? Theme.colour.rose : "transparent"
        }
        contentItem: Item {
            Row {
                id: row

                anchors { left: parent.left; leftMargin: Theme.px(4) }
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.px(18)

                Icon { name: "circle-question-mark"; anchors.verticalCenter: parent.verticalCenter }
                Words {
                    text: button.text
                    spoken: false
                    color: Theme.colour.wine
                    font.weight: Font.DemiBold
                    font.underline: true
                    anchors.verticalCenter: parent.verticalCenter
                }
                Icon { name: why.asking.why ? "chevron-up" : "chevron-down"; anchors.verticalCenter: parent.verticalCenter }
            }
        }
    }
    WhyText {
        visible: why.panel && why.asking.why && why.shown
        width: parent.width
        asking: why.asking
    }
}

import QtQuick
import "../parts"

// The one question before something that cannot be taken back.
Rectangle {
    id: panel

    required property string icon
    required property string title
    required property string about
    required property string stay
    required property string go
    signal stayed
    signal gone

    radius: Theme.px(36)
    color: Theme.colour.card
    border.color: Theme.colour.wine
    border.width: Theme.line

    Column {
        x: Theme.px(48)
        width: parent.width - 2 * x
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        Icon { name: panel.icon; size: Theme.px(84); anchors.left: parent.left }
        SectionTitle { text: panel.title }
        Words {
            width: parent.width
            text: panel.about
            color: Theme.colour.soft
        }
        Item { width: 1; height: Theme.gap }
        ActionButton {
            width: parent.width
            primary: true
            before: "arrow-left"
            text: panel.stay
            onClicked: panel.stayed()
        }
        ActionButton {
            width: parent.width
            before: panel.icon
            text: panel.go
            onClicked: panel.gone()
        }
    }
}

import QtQuick
import Kiosk

// What the form suggests as an answer: quiet, never chosen beforehand, an answer only when it is touched.
PressButton {
    id: suggestion

    required property Asking asking

    visible: suggestion.asking.suggestion !== ""
    ground: Theme.colour.paper
    implicitHeight: Math.max(Theme.px(88), words.height + Theme.px(24))
    says: qsTr("Use the suggestion: %1").arg(suggestion.asking.suggestion)
    onClicked: suggestion.asking.takeSuggestion()

    contentItem: Item {
        Column {
            id: words

            anchors { left: parent.left; leftMargin: Theme.px(28); right: parent.right; rightMargin: Theme.px(28) }
            anchors.verticalCenter: parent.verticalCenter

            Words {
                width: parent.width
                text: qsTr("Suggested: %1").arg(suggestion.asking.suggestion)
                spoken: false
                font.pixelSize: Theme.label
                font.weight: Font.Medium
                lineHeight: 0.95
            }
            Words {
                width: parent.width
                text: qsTr("Tap to use this answer")
                spoken: false
                color: Theme.colour.wine
                font.pixelSize: Theme.label
                font.weight: Font.DemiBold
                font.underline: true
                lineHeight: 0.95
            }
        }
    }
}

import QtQuick
import Kiosk
import "../parts"

// Whose record it says it is, and whether anybody has made sure.
Column {
    id: card

    required property Staff staff
    property bool stacked: false

    width: parent?.width ?? 0
    spacing: Theme.px(4)

    Words {
        width: parent.width
        text: card.staff.chart.patient
        font.pixelSize: Theme.lead
        font.weight: Font.Bold
        lineHeight: 0.98
    }
    Words {
        width: parent.width
        text: card.staff.chart.born ? qsTr("Born %1.  %2.").arg(card.staff.chart.born).arg(card.staff.chart.sent) : card.staff.chart.sent
        color: Theme.colour.soft
        font.pixelSize: Theme.label
    }
    Grid {
        id: identity

        readonly property bool checked: card.staff.chart.identityBy !== ""

        width: parent.width
        topPadding: Theme.px(8)
        columns: card.stacked || tag.implicitWidth + confirm.implicitWidth + spacing > width ? 1 : 2
        spacing: Theme.px(14)
        verticalItemAlignment: Grid.AlignVCenter

        StatusTag {
            id: tag

            height: Math.max(implicitHeight, card.stacked ? 0 : Theme.target)
            width: Math.min(implicitWidth, card.width)
            text: identity.checked ? qsTr("Checked by %1").arg(card.staff.chart.identityBy) : qsTr("Identity not verified")
            icon: identity.checked ? "user-check" : "circle-question-mark"
            mark: identity.checked ? Theme.colour.ok : Theme.colour.wine
            ground: identity.checked ? Theme.colour.okGround : Theme.colour.oat
        }
        ActionButton {
            id: confirm

            visible: !identity.checked && card.enabled && !card.staff.settled
            width: identity.columns === 1 ? card.width : implicitWidth
            height: Math.max(Theme.target, implicitHeight - Theme.px(34))
            size: Theme.label
            before: "user-check"
            text: qsTr("Name and birth date checked")
            onClicked: card.staff.confirmIdentity()
        }
    }
}

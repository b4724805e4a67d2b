import QtQuick
import Kiosk
import "../parts"

// What patients see now: which version, since when, how much of it, and whether somebody answers for it.
Rectangle {
    id: facts

    required property Editions editions

    width: parent?.width ?? 0
    height: column.height + Theme.px(40)
    radius: Theme.radius
    color: Theme.colour.card
    border.color: Theme.colour.wine
    border.width: Theme.plain ? Theme.line : 0

    Grid {
        id: column

        readonly property int cell: (width - (columns - 1) * spacing) / columns

        x: Theme.px(28)
        y: Theme.px(20)
        width: parent.width - 2 * x
        columns: width > Theme.px(1000) ? 2 : 1
        spacing: Theme.px(8)

        Column {
            width: column.cell
            spacing: Theme.px(6)

            Fact { text: qsTr("Patients see"); color: Theme.colour.soft }
            Fact { text: facts.editions.title; font.pixelSize: Theme.lead; font.weight: Font.Bold }
            Fact { text: facts.editions.since }
            Fact { text: facts.editions.folder; wrapMode: Text.WrapAnywhere }
        }
        Column {
            width: column.cell
            spacing: Theme.px(6)

            Fact { text: facts.editions.holds }
            Fact { visible: facts.editions.closed; text: qsTr("There is no questionnaire."); font.weight: Font.Bold }
            Told {
                icon: facts.editions.signed === facts.editions.all ? "shield-check" : "info"
                text: qsTr("Signed off: %1 of %2 pages").arg(facts.editions.signed).arg(facts.editions.all)
            }
            Told {
                icon: facts.editions.mistakes > 0 ? "octagon-alert" : facts.editions.warnings > 0 ? "triangle-alert" : "circle-check"
                text: qsTr("Mistakes: %1. To look at: %2.").arg(facts.editions.mistakes).arg(facts.editions.warnings)
            }
        }
    }

    component Fact: Words {
        visible: text !== ""
        width: parent?.width ?? 0
        font.pixelSize: Theme.label
    }
    component Told: Row {
        id: told

        property string icon: ""
        property string text: ""

        width: parent?.width ?? 0
        spacing: Theme.px(12)

        Icon { id: glyph; name: told.icon; size: Theme.px(36); anchors.verticalCenter: parent.verticalCenter }
        Words { width: parent.width - glyph.width - parent.spacing; text: told.text; font.pixelSize: Theme.label; anchors.verticalCenter: parent.verticalCenter }
    }
}

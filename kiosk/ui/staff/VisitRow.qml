import QtQuick
import "../parts"

// One record in the list: when, which code, how grave, who has read it. No name.
PressButton {
    id: row

    required property string key
    required property string code
    required property string time
    required property string day
    required property string level
    required property string tag
    required property string reviewed
    readonly property string done: row.reviewed ? qsTr("Reviewed, %1").arg(row.reviewed) : ""
    readonly property bool urgent: look.rank === 0 && !row.reviewed

    readonly property real needed: Math.max(when.height, who.height, tag.height) + Theme.px(24)

    says: row.code
    tells: [row.tag, row.done, row.day, row.time].filter(part => part).join(", ")

    AlertLevel { id: look; level: row.level }

    contentItem: Item {
        Rectangle {
            visible: row.urgent
            anchors.fill: parent
            radius: row.radius
            color: "transparent"
            border.color: look.mark
            border.width: Theme.edge
        }
        Column {
            id: when

            anchors { left: parent.left; leftMargin: Theme.px(36); verticalCenter: parent.verticalCenter }
            width: Theme.px(164)

            Line { visible: row.time !== ""; text: row.time; font.pixelSize: Theme.lead; font.weight: Font.Medium }
            Line { text: row.day; color: Theme.colour.soft; font.pixelSize: Theme.label }
        }
        Column {
            id: who

            anchors { left: when.right; right: tag.left; margins: Theme.px(16); verticalCenter: parent.verticalCenter }
            spacing: Theme.px(4)

            Line { text: row.code; font.pixelSize: Theme.px(40); font.weight: Font.Bold }
            Row {
                visible: row.reviewed !== ""
                width: parent.width
                spacing: Theme.px(10)

                Icon { id: ticked; name: "circle-check"; size: Theme.px(36); color: Theme.colour.ok }
                Line {
                    text: row.done
                    width: parent.width - ticked.width - parent.spacing
                    color: Theme.colour.ok
                    font.pixelSize: Theme.label
                    font.weight: Font.DemiBold
                }
            }
        }
        StatusTag {
            id: tag

            visible: row.tag !== ""
            anchors { right: parent.right; rightMargin: Theme.px(88); verticalCenter: parent.verticalCenter }
            width: Math.min(implicitWidth, row.width * 0.55)
            spoken: false
            text: row.tag
            icon: look.icon
            mark: look.mark
            ground: look.ground
        }
        Icon {
            name: "chevron-right"
            anchors { right: parent.right; rightMargin: Theme.px(28); verticalCenter: parent.verticalCenter }
        }
    }

    component Line: Words {
        width: parent.width
        spoken: false
        lineHeight: 0.95
    }
}

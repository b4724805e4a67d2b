pragma ComponentBehavior: Bound

import QtQuick

// "Question 3 of 12" and a segment for each.
Item {
    id: progress

    required property int number
    required property int total
    property bool oneLine: false
    readonly property string words: qsTr("Question %1 of %2").arg(progress.number).arg(progress.total)

    implicitHeight: progress.oneLine ? Math.max(label.height, Theme.px(14)) : label.height + Theme.px(14) + Theme.snug
    Accessible.role: Accessible.ProgressBar
    Accessible.name: progress.words

    Words {
        id: label

        text: progress.words
        spoken: false
        color: Theme.colour.wine
        font.pixelSize: Theme.label
        font.weight: Font.DemiBold
    }
    Row {
        id: segments

        x: progress.oneLine ? label.implicitWidth + Theme.px(32) : 0
        y: progress.oneLine ? (label.height - Theme.px(14)) / 2 : label.height + Theme.snug
        width: parent.width - x
        spacing: Theme.px(progress.total > 20 ? 4 : 8)

        Repeater {
            model: progress.total

            Rectangle {
                required property int index

                width: (segments.width - (progress.total - 1) * segments.spacing) / progress.total
                height: Theme.px(14)
                radius: height / 2
                color: index < progress.number ? Theme.colour.wine : "transparent"
                border.color: Theme.colour.wine
                border.width: Theme.line
            }
        }
    }
}

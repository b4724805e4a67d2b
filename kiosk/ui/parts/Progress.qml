pragma ComponentBehavior: Bound

import QtQuick

// "Question 3 of 12" and a segment for each; what is no question says how many there were so far.
Item {
    id: progress

    required property int number
    required property int total
    property bool counts: true
    property bool oneLine: false
    readonly property string words: (progress.counts ? qsTr("Question %1 of %2") : qsTr("So far: %1 of %2 questions")).arg(progress.number).arg(progress.total)
    readonly property int pieces: Math.min(progress.total, 40)  // more would be too thin to see

    implicitHeight: progress.oneLine ? Math.max(label.height, Theme.px(14)) : label.height + Theme.px(14) + Theme.snug
    Accessible.role: Accessible.ProgressBar
    Accessible.name: progress.words

    Words {
        id: label

        anchors.left: parent.left
        text: progress.words
        spoken: false
        color: Theme.colour.wine
        font.pixelSize: Theme.label
        font.weight: Font.DemiBold
    }
    Row {
        id: segments

        anchors { left: parent.left; leftMargin: progress.oneLine ? label.implicitWidth + Theme.px(32) : 0; right: parent.right }
        y: progress.oneLine ? (label.height - Theme.px(14)) / 2 : label.height + Theme.snug
        spacing: Theme.px(progress.total > 20 ? 4 : 8)

        Repeater {
            model: progress.pieces

            Rectangle {
                required property int index

                width: (segments.width - (progress.pieces - 1) * segments.spacing) / progress.pieces
                height: Theme.px(14)
                radius: height / 2
                color: index < Math.floor(progress.number * progress.pieces / progress.total) ? Theme.colour.wine : "transparent"
                border.color: Theme.colour.wine
                border.width: Theme.line
            }
        }
    }
}

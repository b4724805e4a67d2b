import QtQuick
import Kiosk
import "../parts"

// How many records were looked into.
Column {
    id: progress

    required property NameSearch search
    readonly property string words: qsTr("%1 of %2 records").arg(progress.search.looked).arg(progress.search.total)

    visible: progress.search.running || progress.search.done
    width: parent?.width ?? 0
    spacing: Theme.snug

    Meter {
        width: parent.width
        done: progress.search.looked
        total: progress.search.total
        label: progress.words
    }
    Words {
        width: parent.width
        text: progress.search.closed ? qsTr("%1. Not opened by your key: %2.").arg(progress.words).arg(progress.search.closed) : progress.words
        color: Theme.colour.soft
        font.pixelSize: Theme.label
    }
}

import QtQuick
import QtQuick.Layouts
import Kiosk
import "../parts"

// One question: its progress, its words, the way to answer it that fits its kind.
PatientPage {
    id: page

    readonly property Asking asking: page.desk.asking
    readonly property bool written: ["string", "text", "url", "free"].includes(page.asking.kind)
    types: page.asking.types || page.asking.kind === "search"

    asks: true
    hinted: page.written
    keyed: page.written || page.asking.kind === "search" || page.asking.kind === "signature"
    title: page.asking.text
    lead: page.asking.help
    head: Column {
        width: parent.width
        spacing: Theme.snug

        Progress {
            visible: page.asking.total > 0
            width: parent.width
            number: page.asking.number
            total: page.asking.total
            counts: page.asking.counts
            oneLine: Theme.lowered || page.wide
        }
        Words {
            visible: page.asking.standing !== ""
            width: parent.width
            text: page.asking.standing
            color: Theme.colour.wine
            font.pixelSize: Theme.label
            font.weight: Font.DemiBold
        }
    }
    nav: ActionButton {
        Layout.fillWidth: true
        Layout.fillHeight: true
        primary: true
        after: "arrow-right"
        text: page.asking.adding ? qsTr("Add to my list") : page.asking.returning ? qsTr("Back to the review") : qsTr("Next")
        onClicked: page.asking.next()
    }

    Loader {
        id: answer

        readonly property string name: ({
                choice: "Choice",
                several: "Choice",
                map: "Face",
                search: "Search",
                free: "Typed",
                string: "Typed",
                text: "Typed",
                url: "Typed",
                integer: "Number",
                decimal: "Number",
                quantity: "Number",
                slider: "Slider",
                date: "Date",
                dateTime: "Date",
                time: "Date",
                list: "Gather",
                gather: "Gather",
                signature: "Signed",
                display: "Told"
            })[page.asking.kind] ?? ""
        readonly property string at: answer.name + page.asking.key

        anchors.fill: parent
        onAtChanged: answer.show()
        Component.onCompleted: answer.show()

        function show() {
            answer.setSource(answer.name ? "answers/" + answer.name + "Answer.qml" : "", { asking: page.asking, language: Qt.binding(() => page.desk.access.language) });
        }
    }
}

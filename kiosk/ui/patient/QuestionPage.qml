import QtQuick
import QtQuick.Layouts
import Kiosk
import "../parts"

// One question: its progress, its words, the way to answer it that fits its kind.
PatientPage {
    id: page

    readonly property Asking asking: page.desk.asking
    types: ["string", "text", "date", "integer", "decimal", "signature"].includes(page.asking.kind)

    asks: true
    hinted: page.asking.kind === "string" || page.asking.kind === "text"
    title: page.asking.text
    lead: page.asking.help
    head: Progress {
        width: parent.width
        number: page.asking.number
        total: page.asking.total
        oneLine: Theme.lowered || page.wide
    }
    nav: ActionButton {
        Layout.fillWidth: true
        Layout.fillHeight: true
        primary: true
        after: "arrow-right"
        text: page.asking.returning ? qsTr("Back to the review") : qsTr("Next")
        onClicked: page.asking.next()
    }

    Loader {
        id: answer

        readonly property string name: ({
                choice: "Choice",
                several: "Choice",
                map: "Face",
                string: "Typed",
                text: "Typed",
                integer: "Number",
                decimal: "Number",
                date: "Date",
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

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import "../parts"

// Every answer once more; each can be changed; nothing is sent before Send.
PatientPage {
    id: page

    readonly property Asking asking: page.desk.asking

    title: qsTr("Check your answers")
    lead: qsTr("Nothing is sent until you tap “Send to my care team”.")
    nav: ActionButton {
        Layout.fillWidth: true
        Layout.fillHeight: true
        primary: true
        enabled: !page.asking.sending
        after: "send"
        text: page.asking.sending ? qsTr("Sending…") : qsTr("Send to my care team")
        onClicked: page.desk.send()
    }

    Scroll {
        anchors.fill: parent
        spacing: Theme.px(12)

        Problem {
            icon: "triangle-alert"
            text: page.asking.failure === "" ? "" : page.asking.failure === "disk-full"
                ? qsTr("We could not keep your answers: this machine is full. They are still here. Please call the front desk.")
                : qsTr("We could not keep your answers. They are still here. Please call the front desk.")
        }
        Repeater {
            model: page.asking.review

            ReviewRow {
                width: parent?.width ?? 0
                enabled: !page.asking.sending
                onChange: page.desk.change(key)
            }
        }
    }
}

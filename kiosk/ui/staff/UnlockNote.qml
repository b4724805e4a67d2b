import QtQuick
import Kiosk
import "../parts"

// One place for what matters now: how it works, what went wrong, that it opens, how long a pause lasts.
Note {
    id: note

    required property Staff staff

    strong: note.staff.busy || note.staff.pause > 0 || note.staff.problem !== ""
    icon: note.staff.busy ? "key-round" : note.staff.pause ? "timer" : note.staff.problem ? "triangle-alert" : "info"
    text: note.staff.busy ? qsTr("Opening…")
        : note.staff.pause ? qsTr("Ten tries did not fit. You can try again in %1 seconds.").arg(note.staff.pause)
        : note.staff.problem || qsTr("Words are completed after three letters. After ten misses there is a pause of 30 seconds.")
    height: Math.max(note.implicitHeight, Theme.px(148))
    Accessible.role: Accessible.Grouping
    onTextChanged: if (note.strong && !note.staff.pause) Accessible.announce(note.text, Accessible.Assertive)
}

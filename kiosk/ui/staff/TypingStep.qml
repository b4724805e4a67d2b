import QtQuick
import Kiosk

// Set-up: the five words are typed back.
PhraseEntry {
    id: step

    required property Founding founding

    passwords: step.founding.passwords
}

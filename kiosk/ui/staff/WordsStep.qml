import QtQuick
import Kiosk

// Set-up: the five words, large, this once.
WordsShown {
    id: step

    required property Founding founding
    property int bleed: 0

    rows: step.founding.shown
}

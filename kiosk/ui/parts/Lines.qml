import QtQuick

// The settling lines, the one ornament; gone in high contrast, and on a clinic's own ground, whose tones they lack.
Image {
    id: lines

    property string name: "settling-lines-header.svg"
    property bool onWine: false
    property real aspect: 460 / 1080

    visible: Theme.ornate
    source: (lines.onWine ? Theme.wineLined : Theme.pageLined) ? Theme.drawing(lines.name) : ""
    width: parent?.width ?? 0
    height: Math.round(lines.width * lines.aspect)
    sourceSize: Qt.size(lines.width, lines.height)
    fillMode: Image.PreserveAspectCrop
    verticalAlignment: Image.AlignTop
    mirror: Theme.mirrored
    Accessible.ignored: true
}

import QtQuick

// The settling lines, the one ornament; gone in high contrast.
Image {
    id: lines

    property string name: "settling-lines-header.svg"
    property real aspect: 460 / 1080

    visible: Theme.ornate
    source: Theme.drawing(lines.name)
    width: parent?.width ?? 0
    height: Math.round(lines.width * lines.aspect)
    sourceSize: Qt.size(lines.width, lines.height)
    fillMode: Image.PreserveAspectCrop
    verticalAlignment: Image.AlignTop
    Accessible.ignored: true
}

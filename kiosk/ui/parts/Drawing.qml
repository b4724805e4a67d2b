import QtQuick

// A drawing that is decoration beside words.
Image {
    id: drawing

    property int size: Theme.px(168)
    property real aspect: 1

    width: drawing.size
    height: Math.round(drawing.size * drawing.aspect)
    sourceSize: Qt.size(drawing.width, drawing.height)
    fillMode: Image.PreserveAspectFit
    Accessible.ignored: true
}

import QtQuick

// One set of colours; the names are the meanings, the figures are measured by tests/test_guard_theme.py.
QtObject {
    property color paper: "#FBF6EF"
    property color card: "#FFFFFF"
    property color oat: "#F5EBE0"
    property color blush: "#F8E7E0"
    property color rose: "#F3D9CE"
    property color regionIdle: "#FFFAF6"
    property color regionOn: "#F8D5BF"
    property color ink: "#26121B"
    property color soft: "#43283A"
    property color wine: "#4F1430"
    property color inverse: "#FFFFFF"
    property color stop: "#6B0A0E"
    property color stopGround: "#FDECEA"
    property color caution: "#452900"
    property color cautionGround: "#FFF2D2"
    property color info: "#0E3350"
    property color infoGround: "#E8F1F8"
    property color ok: "#0B3A2B"
    property color okGround: "#E6F1E9"
}

import QtQuick

// Gentle contrast, every pair between 4.5:1 and 8:1 (VVSG 2.0 7.1-D).
Colours {
    paper: "#EDE6DC"
    card: "#F4EEE6"
    oat: "#E6DDD1"
    blush: "#EBDCD3"
    rose: "#E6D0C4"
    regionIdle: "#F1E8E0"
    regionOn: "#E8CDBB"
    ink: "#5A4650"
    soft: "#5E4B54"
    wine: "#6B3A52"
    inverse: "#F4EEE6"
    stop: "#803234"
    stopGround: "#F2E2DD"
    caution: "#614720"
    cautionGround: "#F0E5CC"
    info: "#2F4F6E"
    infoGround: "#E3E8EC"
    ok: "#2E5848"
    okGround: "#E0E8E0"
}

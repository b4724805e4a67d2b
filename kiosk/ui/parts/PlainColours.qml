import QtQuick

// Two colours and nothing between: high contrast, either way round.
Colours {
    id: plain

    required property color ground
    required property color mark

    paper: plain.ground
    card: plain.ground
    oat: plain.ground
    blush: plain.ground
    rose: plain.ground
    regionIdle: plain.ground
    regionOn: plain.ground
    ink: plain.mark
    soft: plain.mark
    wine: plain.mark
    inverse: plain.ground
    stop: plain.mark
    stopGround: plain.ground
    caution: plain.mark
    cautionGround: plain.ground
    info: plain.mark
    infoGround: plain.ground
    ok: plain.mark
    okGround: plain.ground
}

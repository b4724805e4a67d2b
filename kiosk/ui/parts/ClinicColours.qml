import QtQuick
import Kiosk

// The default look in the clinic's own colours, which were measured before they are worn.
Colours {
    id: clinic

    required property Look look

    paper: clinic.look.paper
    card: clinic.look.card
    oat: clinic.look.oat
    blush: clinic.look.blush
    rose: clinic.look.rose
    regionIdle: clinic.look.regionIdle
    regionOn: clinic.look.regionOn
    ink: clinic.look.ink
    soft: clinic.look.soft
    wine: clinic.look.wine
    inverse: clinic.look.inverse
    stop: clinic.look.stop
    stopGround: clinic.look.stopGround
    caution: clinic.look.caution
    cautionGround: clinic.look.cautionGround
    info: clinic.look.info
    infoGround: clinic.look.infoGround
    ok: clinic.look.ok
    okGround: clinic.look.okGround
}

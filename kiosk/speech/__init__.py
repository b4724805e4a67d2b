"""Reading aloud: sentences become clips once, by a command; the kiosk then plays them, offline and at any pace."""

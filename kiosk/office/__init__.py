"""What the commands do: open the kiosk, make the keys, check the content, give staff their records."""

"""What the kiosk is about, in plain Python: nothing here imports Qt, a database or a file format."""

"""Whether a text of the content fits into its place on the screen, worked out by laying it out without a screen."""

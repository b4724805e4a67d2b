"""Domain objects as properties and slots for the screens: the only place where Qt meets the rest."""

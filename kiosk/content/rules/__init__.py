"""What the inspection looks for beyond what loading needs: one rule a function, one subject a module."""

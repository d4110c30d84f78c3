"""Plain functions on text that every layer needs: what may be shown, what a word is, which name is nearest."""

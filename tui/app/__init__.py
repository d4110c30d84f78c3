"""The Textual application: screens, widgets, commands, keys, themes."""

import os

# The screen is painted at the next beat after a change, or at the one after that: with Textual's 60 a second, hits that
# are there would wait for up to 33 ms. It reads this when it is first imported. Where nothing changes, nothing beats.
os.environ.setdefault("TEXTUAL_FPS", "500")

"""The Textual application: screens, widgets, commands, keys, themes."""

import os

# The screen is painted at the next beat after a change. With Textual's 60 a second, hits that are there would wait for
# up to 17 ms; it reads this when it is first imported. Where nothing changes, nothing beats.
os.environ.setdefault("TEXTUAL_FPS", "120")

"""The Textual application: screens, widgets, commands, keys, themes."""

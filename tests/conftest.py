"""What every test shares."""

from hypothesis import settings

# No test measures time: a slow machine is not a defect.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

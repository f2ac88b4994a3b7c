"""Every page and dialog of the window one after the other, for pictures of them and for tests that walk them all."""

SIZES = ((1366, 768), (1920, 1080))  # of the window and of its screen, in pixels

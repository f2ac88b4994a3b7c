"""Every page and dialog of the window one after the other, for pictures of them and for tests that walk them all."""

"""The parts of the window: each knows the session and core values, never another part."""

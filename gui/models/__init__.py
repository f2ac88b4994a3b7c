"""Qt models: they hold nothing, they ask the session and send edits to it."""

"""The sheet of paper: paragraphs of a section, their levels, marks and the way of each keystroke."""

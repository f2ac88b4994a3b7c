"""Files of every kind, damaged at random: reading each must end in a report or in one sentence."""

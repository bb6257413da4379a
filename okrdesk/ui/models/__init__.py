"""Qt models over the plan; each index carries an integer id."""

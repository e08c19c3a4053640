"""What the people who are named here may rely on: they see what would be published, and what they take back is gone."""

"""Pictures of the years' figures: one scene, and what makes it a picture in each format."""

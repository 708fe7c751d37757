"""What others take away: the story in the formats of their programs, each as bytes."""

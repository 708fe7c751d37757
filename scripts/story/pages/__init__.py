"""The story as Markdown pages: views prepare values, templates lay them out."""

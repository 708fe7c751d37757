"""An article: its file, what stands in it, and what it tells by itself."""

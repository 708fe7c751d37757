"""What a built site needs before it is published: trimmed, safe, searchable, compressed.

Pure, like `story`: pages and stylesheets in, files out. see `published_files`.
"""

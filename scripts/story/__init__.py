"""Text in, pages out: reads a press article and tells it as Markdown pages.

Nothing in this package imports mkdocs, prints, exits, asks the clock or depends on the working
directory. Data flows one way::

    article.fr.md -> Article -> Story (events, exchange, amounts, people) -> [GeneratedPage]
"""

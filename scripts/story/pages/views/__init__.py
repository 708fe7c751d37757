"""What each page shows, prepared for its template: the dossier's words, or the article's own."""

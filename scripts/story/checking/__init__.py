"""Statements against their evidence, the article against the statements."""

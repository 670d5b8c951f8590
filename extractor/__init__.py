"""A fact extractor for news: raw article text in, typed, normalised, checkable facts out."""

"""Time expressions: found by rules over word classes, then resolved in the order of the text.

`lexicon` knows the words and `lexer` makes a sentence a row of classed lexemes; `days`, `periods`, `clocks`, `lengths` and
`relative` hold the `rules`, each of which makes one of the `readings` of a match; `joining` puts together what belongs to
one expression, and `grammar` is the way through all of these. `anchor` resolves readings against a `timeline` of what the
article has spoken of, with `years` and `tense` for what is left out and `holidays` for their days; `timex` is the algebra
of values that it computes with.
"""

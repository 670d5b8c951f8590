"""Time expressions: `grammar` finds them in a sentence, `anchor` resolves them, `timex` is the algebra of their values."""

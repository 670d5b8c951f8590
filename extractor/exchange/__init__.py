"""Labelled articles in the forms of other tools, and back.

Every form carries its own spans, types and relations as that tool shows them; the other columns go along in their short form
(`shorthand`) where the tool shows notes of a span, to be read and corrected there. What comes in is checked as a marked file
is: `spans` does that for all forms.
"""

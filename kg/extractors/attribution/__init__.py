"""The steps of finding attributions, in the order in which `find_attributions` takes them.

`syntax` what several know; `cues` the words of the lexicon, `manner` any verb beside a quotation; `mending` what parsers get
wrong around them; `asides` what others hold of a claim in the same breath; `sources` who says it; `contents` what is said by grammar,
`parentheses` around cues set off by commas, `speech` with quotations; `screening` what is no claim; `kinds` the speech act, addressee
and medium; `joining` all of it as `Attribution`s.
"""

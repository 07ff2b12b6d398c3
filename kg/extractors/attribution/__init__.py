"""The steps of finding attributions: `syntax` the parse as lists, `cues` what brings in a claim, `contents` what is said,
`sources` who says it, `speech` quotations and their cues, `joining` all of it as `Attribution`s.
"""

"""The HTML view: one self-contained page that opens from disk, asks nobody for anything and keeps every line one click from its words.

`picture` decides what is drawn and `layout` where; `payload` is what the panels show; `page` puts the file together.
"""

from kg.exporters.html.page import write_html

__all__ = ["write_html"]

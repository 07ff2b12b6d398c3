"""Who holds which office of whom: `titles` knows the words of a title, `finder` the places where one stands beside a name."""

from kg.extractors.offices.finder import Office, find_offices
from kg.extractors.offices.titles import title_at

__all__ = ["Office", "find_offices", "title_at"]

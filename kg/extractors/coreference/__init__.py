"""Who is who inside one article.

`grouping` makes one cluster of the names of each entity; `reading` then reads the article in order and joins descriptions
(`referents`, `bodies`) and pronouns (`pronouns`) to what `discourse` holds most salient, or to nobody. `locations` says which place
lies in which.
"""

from kg.extractors.coreference.reading import identify

__all__ = ["identify"]

"""What surrounds the news on a page, as rows: words for people to extend, each row with the place where it counts.

A row is tried on one whole line (trimmed, typography folded, at most 400 characters), so that words inside a sentence of
the news never match. `where` is `head` (above the first paragraph of news), `tail` (below the last), or `any`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

Place = Literal["any", "head", "tail"]

# Words that are a line of their own on news sites: menus, buttons, labels. A count ("12 Comments") may stand beside them.
NAVIGATION: Final = frozenset(
    line.strip() for line in """
    news|home|menu|search|sections|world|politics|business|sport|sports|opinion|opinions|technology|tech|science|health|culture|arts|entertainment
    lifestyle|travel|weather|video|videos|photos|gallery|live|live updates|breaking|breaking news|latest|latest news|top stories|headlines|exclusive
    local news|national|international|us news|u.s. news|world news|us|u.s.|uk|europe|asia|africa|middle east|americas|economy|markets|money|finance
    comments|comment|leave a comment|post a comment|add a comment|view comments|show comments|join the conversation|join the discussion|no comments
    share|share this|share this article|share this story|share this post|share this page|share article|share story|share on facebook|share on twitter
    share on x|share via email|copy link|link copied|link copied!|link successfully copied|copied|copied!|email|e-mail|print|print this|save|save article
    bookmark|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|flipboard|pinterest|instagram|youtube|tiktok|rss|tweet|like|follow|follow us|send
    read more|read more here|read full story|read the full story|see more|show more|load more|more|more news|more stories|more from|view all|see all
    continue reading|keep reading|learn more|find out more|related|related articles|related stories|related content|related news|related topics
    related coverage|you may also like|you might also like|recommended|recommended for you|recommended stories|most read|most popular|trending|trending now
    popular|editor's picks|editors' picks|don't miss|also read|read also|see also|up next|next|previous|next article|previous article|back to top|top
    advertisement|advertisements|ad|ads|sponsored|sponsored content|paid content|promoted|promoted content|story continues below advertisement
    story continues below|article continues below advertisement|article continues below|article continues after advertisement|scroll to continue
    subscribe|subscribe now|subscribe today|sign up|sign up now|sign in|log in|login|register|join|join now|donate|donate now|support us|newsletter
    newsletters|get the app|download the app|contact|contact us|about|about us|about the author|about the authors|about the writer|author|authors|tags
    topics|topics:|filed under|in this article|in this story|contents|table of contents|skip to content|skip to main content|skip to navigation
    listen|listen to this article|listen to article|listen now|play|play video|watch|watch live|watch now|watch more|watch this important video
    watch the video|watch video|text size|font size|dark mode|accept|accept cookies|cookie policy|privacy policy|terms of use|terms of service
    closing|key takeaways|key points|at a glance|highlights|summary|bio|biography|references|sources|advertise|advertising|republish this article
    republish|report a typo|report an error|corrections|feedback|premium|members only|enlarge|image caption|caption|photo|image|file photo|getty images
    add as preferred source|add as a preferred source on google|make us preferred on google|google news|follow on google news|loading|loading...
    """.replace("\n", "|").split("|") if line.strip()
)  # fmt: skip

# Agencies and libraries that photographs are credited to.
_AGENCY: Final = (
    r"getty(?: images)?|a\.?p\.?(?: photo| images)?|associated press|afp|agence france[- ]presse|reuters|epa(?:-efe)?|upi|tass|xinhua|anadolu|shutterstock|istock"
    r"|alamy|bloomberg|zuma(?: press)?|sipa(?: usa)?|pa(?: wire| images| media)?|dpa|nurphoto|imago|unsplash|pexels|pixabay|wikimedia(?: commons)?|flickr"
    r"|nasa(?:/\S+)?|handout|screenshot|pool|tns|via\s.+|newsmakers|wireimage|file"
)
_CREDIT_WORD: Final = r"(?:photos?|images?|photographs?|pictures?|video|credits?|photo credits?|image credits?|illustration|graphic|courtesy)"

CREDIT_IN_BRACKETS: Final = re.compile(
    rf"[(\[](?:(?:ap|afp|epa|reuters|file|pool) photo\b[^()\[\]]*|{_CREDIT_WORD}(?: by| of| courtesy of| from| via)?\s*[:/]?\s*[^()\[\]]+|[^()\[\]]+?\s?[/|]\s?(?:{_AGENCY})"
    rf"|(?:{_AGENCY})\s?/\s?[^()\[\]]+|(?:{_AGENCY})(?=[)\]]))[)\]]\.?$",
    re.IGNORECASE,
)
CREDIT_AT_END: Final = re.compile(
    rf"(?:(?:^|(?<=[.!?]\s))(?:{_CREDIT_WORD}|file photo|ap photo|photo by|image by)\s?(?::|/|\sby\s|\scourtesy of\s)\s?[^.!?:]{{2,60}}(?:\.[^.!?\s]{{2,5}})?"
    rf"|(?:^|(?<=[.!?]\s))(?:ap photo|reuters|afp|getty images|epa)\s?/\s?[^.!?]{{2,50}}"
    rf"|^[\w'. -]{{3,40}}\s?[/|]\s?(?:{_AGENCY})(?:\s?/\s?(?:{_AGENCY}))*)\.?$",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of furniture: why it is skipped, where on the page it may stand, and the whole line that it is."""

    reason: str
    where: Place
    line: re.Pattern[str]


def _row(reason: str, where: Place, pattern: str) -> Row:
    return Row(reason, where, re.compile(pattern, re.IGNORECASE))


ROWS: Final[tuple[Row, ...]] = (
    # rules and ornaments
    _row("navigation", "any", r"[\W_]+"),
    # "Home > World > Europe"
    _row("navigation", "head", r"(?:home|news)\s?[>/»|›]\s?.{0,80}"),
    # links to other stories; a label with a colon or in capitals, so that a sentence that begins with "Related" is none
    _row("navigation", "any", r"(?:related|read more|read also|also read|see also|read next|more on this|more from [\w .']{2,40}|watch|listen|don't miss|must read"
                              r"|recommended|up next|in pictures|explainer|opinion)\s?[:|].{2,200}"),
    _row("navigation", "any", r"(?:READ MORE|READ NEXT|RELATED|READ ALSO|SEE ALSO|WATCH|MORE)\b[ :–—-].{2,200}(?-i:(?<=[A-Za-z\"'?!…]))"),
    _row("navigation", "any", r"(?:click|tap) (?:here|on|below|the)\b.{0,200}"),
    _row("navigation", "any", r"\(?(?:story|article|post|text) continues (?:below|after).{0,60}"),
    _row("navigation", "any", r"(?:scroll (?:down )?(?:for|to)|swipe to|this video cannot be played|your browser does not support).{0,100}"),
    _row("navigation", "any", r"watch (?:this|our|the full|the latest|more)\b.{0,60}(?<![.])"),
    # subscriptions, applications, donations
    _row("promotion", "any", r"(?:please |to continue reading,? )?(?:sign up|subscribe|register)\b (?:here|now|today|to|for|and|with)\b.{0,250}"),
    _row("promotion", "any", r"(?:get|receive|have) (?:the|our|all|more|your|breaking|today's)\b.{0,150}\b(?:inbox|newsletters?|app|email|e-mail|alerts?|phone)\b.{0,80}"),
    _row("promotion", "any", r"(?:download|install|get) (?:our|the)\b.{0,60}\bapp\b.{0,80}"),
    _row("promotion", "any", r"(?:follow|like|join|find|connect with) (?:us|our (?:page|channel|team))\b.{0,120}"),
    _row("promotion", "any", r"(?:support|help us|help fund|donate to|become a (?:member|subscriber|supporter)|make a (?:tax-deductible )?(?:donation|gift))\b"
                             r".{0,60}\b(?:journalism|newsroom|reporting|our work|independent|today|member|subscriber|supporter)\b.{0,150}"),
    _row("promotion", "any", r"(?:want|like|enjoy(?:ing|ed)?) (?:more|this|to (?:read|get|know))\b.{0,120}\b(?:newsletter|subscribe|sign up|app|story|article)\b.{0,100}"),
    _row("promotion", "any", r".{0,80}\b(?:is|are|been) (?:a )?(?:sponsored|paid) (?:content|post|advertisement|partnership)\b.{0,80}"),
    _row("promotion", "any", r"(?:this|our) (?:daily|weekly|free|morning|evening) newsletter\b.{0,200}"),
    _row("promotion", "tail", r"(?:got|have) (?:a|any) (?:news )?(?:tips?|story|comments?|questions?)\b.{0,200}"),
    _row("promotion", "tail", r"(?:e-?mail|contact|write to|reach) (?:us|the (?:author|writer|reporter|editor))\b.{0,150}"),
    # who else worked on it; follows the last paragraph
    _row("byline", "tail", r"\(?(?:additional )?(?:reporting|writing|editing|compiled|translation|edited|written|reported|with reporting|video|research|production) by\b.{2,250}"),
    _row("byline", "tail", r"(?:the )?[\w .,'’&-]{3,200} contributed (?:reporting|research|additional reporting|to (?:this|the) (?:report|story|article|post|piece)).{0,80}"),
    _row("byline", "tail", r"(?:with )?(?:files|material|reporting|inputs|information) from [\w .,'&-]{2,80}"),
    _row("author-bio", "tail", r"(?:you can )?(?:follow|e-?mail|reach|contact) (?:him|her|them|[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,3})\b.{0,40}(?:@|\bon (?:twitter|x|facebook|instagram|bluesky|threads|linkedin)\b|\bat https?:).{0,150}"),
    _row("author-bio", "any", r"(?:twitter|x|email|e-mail|instagram|bluesky)?\s?:?\s?(?:@\w{2,30}|[\w.+-]+@[\w-]+\.[\w.]+)"),
    # what the desk says about the page
    _row("editorial-note", "any", r"(?:editor's note|correction|clarification|disclaimer|update)s?\s?(?:\([^)]*\))?\s?:.{2,380}"),
    _row("editorial-note", "tail", r"\(?(?:this|the|an earlier version of this) (?:story|article|report|post|piece|page) (?:has been|was|is)\b.{0,30}\b(?:updated|corrected|edited"
                                   r"|published|republished|produced|created|generated|translated|adapted|first published|originally published|provided)\b.{0,250}"),
    _row("editorial-note", "tail", r"this (?:article|story) (?:originally )?(?:first )?appeared (?:on|in|at)\b.{2,100}"),
    _row("editorial-note", "tail", r"the views (?:and opinions )?expressed\b.{2,300}"),
    # captions of other days
    _row("caption", "any", r"(?:\(?file\)?|file photo|file picture|file image|undated (?:file )?photo)\s?[:—–-].{2,380}"),
    _row("caption", "any", r"(?:image caption|image source|media caption|photo caption|caption|pictured|watch on)\s?[,:].{2,300}"),
    _row("timestamp", "any", r"\d{1,3}(?: |-)min(?:ute)?s?(?: |-)read\.?|reading time:? .{1,20}"),
)  # fmt: skip

COPYRIGHT: Final = re.compile(r"©|\(c\)\s?(?:19|20)\d\d|\bcopyright\s(?:©|\(c\)|(?:19|20)\d\d)|\ball rights reserved\b|may not be (?:published, broadcast|reproduced)", re.IGNORECASE)

# Words of an occupation that a biography of a journalist names, and words that show that it is a biography.
REPORTER: Final = (
    r"(?:reporter|journalist|writer|correspondent|editor|columnist|contributor|producer|author|freelancer|blogger|photographer|photojournalist|intern|fellow"
    r"|commentator|analyst|broadcaster|professor|lecturer|researcher|scholar|director|chief|critic)"
)
BIOGRAPHY: Final = re.compile(
    r"-based\b|\bbased in\b|\bcover(?:s|ing|ed)\b|\breport(?:s|ing) (?:on|about|from)\b|\bwrit(?:es|ing) (?:about|on|for)\b|\bspeciali[sz]|\bfocus(?:es|ing|ed)? on\b"
    r"|\bstaff (?:writer|reporter)\b|\b(?:senior|general assignment|regional|national|political|business|sports|freelance|contributing|breaking news|award-winning|investigative)\s"
    rf"(?:\w+\s)?{REPORTER}\b|\bbackground includes\b|\byears of (?:reporting )?experience\b|\bgraduate[sd]? (?:of|from)\b|\bjoined\b.{{2,40}}\bin (?:19|20)\d\d\b"
    r"|\bpreviously (?:worked|wrote|reported|covered|served)\b|\bis the author of\b|\b(?:his|her|their) (?:work|writing|reporting) (?:has|have) (?:appeared|been)\b|\bfree time\b",
    re.IGNORECASE,
)

# Names of desks and houses: who is "by" them is no person.
NO_PERSON: Final = frozenset(
    "the staff reuters associated press news agency editorial board team desk afp ap upi agence france-presse bloomberg xinhua tass writer writers reporter"
    " reporters editor editors correspondent newsroom media times post journal daily wire service bureau network press-association group today online web"
    " january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday"
    " north south east west new york university house white street court supreme minister president police government".split()
)
ROLE: Final = re.compile(
    r"\b(?:reporter|writer|correspondent|editor|columnist|contributor|journalist|bureau|staff|chief|producer|intern|fellow|desk|newsroom|reuters|associated press|ap|afp|upi"
    r"|bloomberg|agence france-presse|cnn|bbc|tass|xinhua|wire|service|news|times|post|press|media|network|special to|for|in)\b",
    re.IGNORECASE,
)

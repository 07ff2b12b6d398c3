"""Words that grammar turns on: how much of what, whose deed an infinitive is."""

from __future__ import annotations

from typing import Final

PARTS: Final = frozenset({
    "number", "series", "group", "pair", "couple", "host", "range", "set", "lot", "majority", "dozen", "score", "hundred", "thousand",
    "million", "billion", "half", "third", "quarter", "fifth", "tenth", "piece", "share", "kind", "type", "handful", "string", "batch",
    "fleet",
})
"""Nouns that say how many or how much of what stands after their "of"."""
PURPOSES: Final = frozenset({
    "plan", "bid", "move", "attempt", "effort", "call", "deal", "step", "measure", "vote", "law", "rule", "right", "way", "reason",
    "decision", "order", "promise", "pledge", "thing", "idea", "chance", "demand", "request", "threat", "time", "place", "tool", "tip",
    "proposal", "offer",
})
"""Nouns that say what for the infinitive behind them would be done."""
PARTITIVE: Final = PARTS | {
    "part", "rest", "most", "much", "all", "some", "any", "none", "many", "few", "sort", "form", "average", "lack", "trickle", "stream",
    "wave", "bit", "plenty", "bulk", "one", "each", "both", "several", "little", "section", "network",
}
"""Those, and words that say little without what stands after their "of"."""
WORKS: Final = frozenset({
    "book", "film", "novel", "play", "painting", "song", "album", "work", "poem", "opera", "symphony", "photograph", "portrait",
    "sculpture", "article", "study", "report", "letter", "drawing", "piece", "bill", "statement", "speech", "paper", "essay", "memoir",
    "comment", "design",
})
"""What somebody behind a "by" made."""
MANNERS: Final = frozenset({
    "day", "time", "year", "moment", "way", "reason", "week", "month", "night", "morning", "hour", "extent", "speed", "degree",
})
"""What a clause without a pronoun says when, how or why of, not of what ("the day they left", "the way they won")."""
LETTING: Final = frozenset({
    "allow", "enable", "let", "permit", "force", "help", "urge", "ask", "order", "tell", "invite", "persuade",
})
STEERING: Final = LETTING | {
    "want", "expect", "cause", "compel", "oblige", "press", "pressure", "push", "encourage", "advise", "warn", "remind", "instruct",
    "direct", "command", "beg", "implore", "challenge", "motivate", "inspire", "tempt", "induce", "coax", "convince", "teach", "train",
    "hire", "employ", "recruit", "appoint", "elect", "nominate", "commission", "select", "send", "deploy", "dispatch", "assign", "task",
    "authorize", "authorise", "empower", "entitle", "qualify", "summon", "subpoena", "forbid", "trust", "bribe", "lobby", "petition",
    "counsel", "dare", "enlist", "trick", "mandate", "require", "prompt", "lead", "believe", "name", "like", "prefer", "intend",
}
"""Verbs whose object does what the infinitive behind it names ("told him to leave"); of others the subject ("sold it to pay a debt")."""
STEERING_SOMEBODY: Final = frozenset({
    "need", "get", "pay", "bring", "call", "sign", "find", "use", "have", "free", "prepare", "contract", "request", "consider",
})
"""The same where the object is somebody ("got him to pay", not "got a loan to pay")."""
ORDERING: Final = frozenset({
    "allow", "enable", "permit", "force", "urge", "order", "tell", "invite", "persuade", "require", "cause", "compel", "oblige",
    "advise", "warn", "instruct", "direct", "encourage", "hire", "recruit", "appoint", "elect", "commission", "authorize", "authorise",
    "summon", "forbid",
})
"""Verbs of making somebody do what the infinitive names: without an object, their subject ("firm ordered to pay")."""
TAKING: Final = frozenset({
    "fine", "fin", "jail", "sack", "arrest", "charge", "accuse", "clear", "hold", "seize", "hit", "kill", "injure", "wound", "ban",
    "suspend",
    "convict", "sentence", "acquit", "deport", "evict", "evacuate", "rescue", "free", "cancel", "postpone", "delay", "scrap", "axe", "oust",
    "shoot", "stab", "murder", "rob", "detain", "question", "blame", "praise", "honour", "honor", "sue", "find", "recall", "unveil",
    "reveal", "approve", "reject", "block", "damage", "destroy", "flood", "deny", "save", "spare", "target", "attack", "bomb", "hack",
    "buy", "hail", "mourn", "bury", "crown", "elect", "appoint", "pick", "dismiss", "extradite", "expel", "exonerate", "indict", "impeach",
    "probe", "investigate", "quiz", "trap", "strand", "award", "grant", "offer", "lift", "impose", "restore", "repair", "bar",
    "kidnap", "abduct", "hijack", "remand", "bail", "sell", "confirm", "criticise", "criticize", "condemn", "cite",
})
"""Verbs with an object nearly always: in a headline, without one, they are passive ("Firm fined over leak", to the parser "fin")."""
GIVING: Final = frozenset({"give", "pay", "lend", "offer", "grant", "allow", "deny", "leave", "buy", "cost", "award"})
"""Verbs whose recipient does what the infinitive names ("gave Peru money to pay")."""
HANDING: Final = GIVING | {
    "hand", "send", "show", "teach", "assign", "promise", "owe", "serve", "allocate", "allot", "guarantee", "present", "loan",
}
"""Verbs whose passive has the recipient as its subject, where the thing stands behind it ("was handed a fine")."""
CALLING_UPON: Final = frozenset({
    "call on", "call upon", "call for", "appeal to", "rely on", "count on", "depend on", "wait for", "plead with", "arrange for",
    "push for",
    "look to", "turn to", "ask for", "bank on", "press for", "vote for", "prevail upon",
})
"""Verbs with a preposition behind which whoever does what the infinitive names stands."""
CALLING: Final = frozenset({"find", "name", "declare", "elect", "appoint", "deem", "leave", "hold", "rule", "crown"})
"""Verbs that say what becomes of their object, or what it is."""
ABOUT: Final = frozenset({"between", "up", "about", "around", "over", "under"})
"""What stands before a number as if it were a preposition of the verb."""
INTRANSITIVE: Final = frozenset({
    "sit", "stand", "come", "go", "fall", "pause", "rise", "wake", "walk", "run", "laugh", "smile", "stop", "turn", "arrive", "return",
    "die", "sleep", "kneel", "stay", "wait", "travel", "lie", "jump", "move", "work", "live", "look", "step", "get", "lean", "bend",
    "retire", "resign", "escape", "flee", "try", "nod", "cry", "weep", "shout", "speak", "talk", "disappear", "emerge", "retreat",
    "rally", "gather", "march", "act", "apologise", "apologize", "surrender", "collapse", "land", "crash", "explode", "happen", "occur",
    "appear", "remain", "begin", "start", "continue", "finish", "end", "sing", "dance", "play", "drive", "fly", "swim", "climb", "eat",
    "drink", "cook", "read", "write", "pray", "protest", "strike", "fight", "compete", "win", "lose", "lead", "score", "sail", "camp",
    "shop", "sweat", "bleed", "breathe", "listen", "respond", "reply", "react", "agree", "disagree", "vote", "graduate", "train",
    "rest", "relax", "shrug", "sigh", "swear", "hesitate", "stumble", "slip", "slow", "change", "grow", "improve", "worsen",
})
"""Verbs that are often without an object: "sat and read a book" has one only for the second."""

"""What makes a promise wait for the reader, or no promise at all, in English. Data only."""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE

# Joined by these, a clause says when or whether, and promises nothing itself.
WHETHER = frozenset({
    "if", "in case", "as long as", "provided", "provided that", "should", "in the event", "in the event that", "assuming", "assuming that",
})  # fmt: skip
SUBORDINATE = WHETHER | {
    "once", "whenever", "when", "unless", "until", "till", "after", "before", "where", "upon", "even if", "as soon as", "soon as", "by the time",
}  # fmt: skip
WAITING_JOINTS = SUBORDINATE - {"unless", "until", "till", "before", "where", "by the time", "even if"}

YOU_FIRST = re.compile(r"(?:you|u|your)\b", _FLAGS)
ANYWAY = re.compile(
    r"you(?:['’]ve|\s+have|['’]re|\s+are)?\s+(?:already|complete[ds]?\s+your|finish(?:ed)?\s+your|arrive|land|check(?:ed)?\s+in|get\s+(?:to|here|home|off|on)|return\s+home|back|home|board|travel|fly|"
    r"next\s+(?:stay|visit|order|fly|come|travel|call|log|shop)|ordered|asked|requested|wrote|called|paid|sent|told|mentioned|reported|were|had|did)\b"
    r"|your\s+(?:flight|plane|parcel|package|order|refund|case|claim|request|bag|luggage|table|turn|payment\s+clears|application|\w+\s+(?:arrives|lands|is\s+(?:ready|processed|approved|complete|found|located)))\b",
    _FLAGS,
)
STILL_WRONG = re.compile(
    r"(?:(?:the|this|that|it|any|there|anything|something|things|more|another|further|problems?|issues?)\b)(?!.*\b(?:changes?|found|investigation|located|available|becomes|opens)\b).*"
    r"\b(?:persists?|continues?|happens?|again|still|comes?\s+up|arises?|problems?|issues?|questions?|concerns?|goes\s+wrong|(?:doesn['’]t|does\s+not|isn['’]t|is\s+not|not)\s+(?:work|resolv|fix|help|look|right|showing)\w*|else|assistance|help|missing|unclear|wrong)\b",
    _FLAGS,
)
CHOICE = re.compile(
    r"(?:so|not|that|this|it|either|all)\s*(?:$|(?:['’]s|\s+is|\s+works?|\s+suits?|\s+helps?|\s+sounds?|\s+would|\s+will|\s+seems)\b(?!.*\b(?:found|available|the\s+case|fault|covered|lost|delayed))|\s+(?:ok|okay|fine|good)\b)"
    r"|(?:interested|preferred|desired|you|anyone|any\s+of\s+you)\b",
    _FLAGS,
)
WE_NEED_MORE = re.compile(
    r"(?:we|I|they|more|further|additional)\b.*\b(?:need|require|information|details|questions?|required|needed)\b.*",
    _FLAGS,
)
NEEDS_FROM_YOU = re.compile(r"\b(?:need|require|questions?|information|details|documents?)\b", _FLAGS)
NEEDS_WORK = re.compile(r"\b(?:investigation|action|steps?|work|repairs?|checks?)\b", _FLAGS)
# Once we have it: waiting for the reader only where the text asks for it.
HAVING_IT = re.compile(
    r"(?:we|I)(?:['’]ve|\s+have|\s+do)?\s+(?:receiv\w+|recieve\w*|get|got|have|hear)\s+(?:back\s+)?(?:that|those|these|this|it|them|both|all)\b",
    _FLAGS,
)
HAVING = re.compile(
    r"(?:we|I)(?:['’]ve|\s+have|\s+do)?\s+(?:receiv\w+|recieve\w*|get|got|have|hear)\s+(?:back\s+)?(?:your|from\s+you|a\s+(?:reply|response)\s+from\s+you|(?:the|any|all|this|that|these|those)\s+(?:\w+\s+){0,3}?(?:info\w*|details|photos?|item|return\w*|form|documents?|number|goods|parcel|logs?|confirmation|approval|payment|screenshots?))\b"
    r"|(?:the|this|that|these|those|your|all)\s+(?:\w+\s+){0,3}?(?:info\w*|details|confirmation|approval|documents?|form|return|payment|logs?)\s+(?:is|are|has\s+been|have\s+been|arrives?)\b"
    r"|(?:received|receiving\s+(?:it|this|that|your|the|them)|confirmed|completed|you)\b",
    _FLAGS,
)
GOT_IT = re.compile(
    r"\bupon\s+(?:receipt|receiving)|\bbased\s+on\s+your\s+(?:reply|response|answer)|^\W*(?:with\s+(?:that|those|this)|then|from\s+there|at\s+that\s+point|after\s+that)\b|\b(?:once|when|as\s+soon\s+as|after|upon)\s+(?:received|receipt|receiving|(?:we|I)\s+(?:have|receive|get|hear))\b",
    _FLAGS,
)
UPON = re.compile(
    r"\b(?:up)?on\s+(?:receipt|receiving|arrival|return|confirmation|completion|approval|payment)\s+(?:of|from)\s+(?:the|your|this|these|that|those|you)\b|\bonce\s+(?:received|confirmed|approved\s+by\s+you|provided|submitted)\b",
    _FLAGS,
)
FROM_THEN = re.compile(
    r"\b(?:from\s+(?:there|then|that\s+point)|after\s+that|thereafter|once\s+(?:that|it)['’]?s?\s+(?:done|back|in))\b",
    _FLAGS,
)

_POLITE = r"(?:(?:please|pls|plz|kindly|just|simply|feel\s+free\s+to|go\s+ahead\s+and|then|so|but|or|first|next|also|ok(?:ay)?|sure|yes|hi|hello|hey|sorry|@?\w+,|in\s+the\s+meantime|otherwise|if\s+so)\s*,?\s*)*"
ASKING = re.compile(
    rf"{_POLITE}(?:dm|pm|d\.m\.|message|send|share|provide|give(?!\s+(?:me|us)\s+(?:until|till|a|an|\d|some|the\s+weekend|one))|drop|shoot|reply|respond|call|contact|e-?mail|text|write|let\s+(?:us|me)\s+know|tell|confirm|follow|click|submit|fill|complete|upload|attach|hit|ping|visit|go\s+to|"
    r"return|ship|bring|choose|pick|reach|check|try|log|sign|reset|restart|download|install|ask|speak|talk|book|come|stop\s+by|fax|forward|advise|hop|head|post|register|apply|open|run|take\s+a\s+(?:photo|picture|screenshot))\b(?!\s+(?:your\s+)?(?:inbox|spam|junk))"
    rf"|{_POLITE}(?:can|could|would|will|won['’]t|may)\s+(?:you|we|I)\b|.*\byou\s+(?:can|could|may|need\s+to|['’]ll\s+need|will\s+need|should|must|have\s+to)\b|(?:we|I)(?:['’]ll|['’]d|\s+would|\s+will|\s+just)?\s+need\b",
    _FLAGS,
)
# The text asks the reader for something without which the work cannot begin.
ASKS = re.compile(
    r"\b(?:please|pls|plz|kindly|could\s+you|can\s+you|would\s+you|will\s+you|can\s+we|could\s+we|may\s+we|may\s+I|can\s+I|could\s+I|if\s+you\s+(?:can|could|would|wish|like|want)|feel\s+free\s+to)\b[^.!?,;]{0,60}?"
    r"\b(?:dm|pm|message|send|share|provide|give|drop|shoot|reply|respond|confirm|tell|specify|clarify|describe|indicate|elaborate|supply|let\s+(?:us|me)\s+know|follow\s+(?:us|me|the|this)|fill|submit|upload|attach|have\s+(?:your|the|a)|get\s+(?:your|the|a)|e-?mail|call|contact|advise|visit|click|use)\b"
    r"|(?:^|[.!?]\s+|\bso\s+|,\s*)(?:dm|pm|d\.m\.)\s+(?:us|me|your|the)\b|\b(?:we|I)(?:['’]ll|['’]d|\s+will|\s+would)?\s+(?:just\s+|also\s+)?need\s+(?:to\s+know|your|the|a|some|more|you\s+to)\b|\bwhat(?:['’]s|\s+is|\s+are)\s+your\b|\bwhich\s+\w+\s+(?:are|is|was|were|did|do)\s+(?:you|it)\b|\bdo\s+you\s+have\b"
    r"|\b(?:send|share|provide|details|info|information|number|locator|us)\b[^.!?]{0,40}\b(?:via|by|in|through|over|to)\s+(?:a\s+)?(?:dm|pm|direct\s+message|private\s+message)\b",
    _FLAGS,
)
HOLD_ON = re.compile(
    r"\b(?:(?:just|give\s+me|wait|hold(?:\s+on)?(?:\s+for)?|allow(?:\s+me)?|for)\s+(?:a|one)|one)\s+(?:moment|sec|second|minute)\b(?!-|\s+(?:ago|e-?mail))|\ba\s+moment\s+(?:please|while)\b|"
    r"\b(?:hold\s+on|hang\s+on|please\s+(?:hold|wait)|while\s+(?:I|we)\s+(?:check|look|pull|get|do|review|search|find)|bear\s+with|give\s+me\s+(?:one|\d)|stand\s+by)\b",
    _FLAGS,
)
RIGHT_NOW = re.compile(
    r"\b(?:right\s+now|now|at\s+(?:the|this)\s+moment|at\s+this\s+time|currently|as\s+we\s+speak)\b(?!\s+on)", _FLAGS
)

# In a conversation: what is described and put to the reader first.
PROPOSES = re.compile(
    r"\b(?:please\s+confirm|would\s+you\s+like|do\s+you\s+want|shall\s+(?:I|we)|like\s+to\s+proceed|wish\s+to\s+proceed|before\s+(?:I|we)\s+proceed|is\s+that\s+(?:ok|okay|alright|correct|right))\b",
    _FLAGS,
)
DESCRIBES = re.compile(r"(?:in\s+order\s+)?to\s+(?!be\b)\w+\s", _FLAGS)

HOPING = re.compile(
    r"\b(?:hope|hopes|hoping|hopefully|fingers\s+crossed|looks?\s+like|with\s+(?:any\s+|a\s+bit\s+of\s+)?luck|ideally|maybe|perhaps|might|may|possibly|wish|supposed\s+to|unless\s+something)\s*,?\s*(?:that|it|this|everything|all|as\s+if)?\s*(?:\w+\s+){0,3}$",
    _FLAGS,
)
# "I am pleased to say that we will ...": said for sure.
ASSERTING = re.compile(
    r"\b(?:pleased|happy|glad|delighted|able|like|want|writing|here|can|do|would)\s+(?:to\s+)?(?:say|confirm|tell\s+you|inform\s+you|report|assure\s+you|let\s+you\s+know|advise(?:\s+you)?|promise(?:\s+you)?|guarantee)\b|\b(?:rest\s+assured|goes\s+without\s+saying|(?:please\s+)?(?:note|know|be\s+assured)|you\s+have\s+my\s+word|confirm|make\s+sure|promise(?:\s+you)?|guarantee)\s*(?:that)?\s*$",
    _FLAGS,
)
UNSURE = re.compile(
    r"\b(?:not\s+(?:\w+\s+)?(?:sure|certain|know)|n['’]t\s+(?:know|sure|say|tell|guarantee|promise|confirm|think|believe|see|expect)|(?:cannot|can\s+not)\s+(?:say|tell|guarantee|promise|confirm)|unsure|no\s+idea|wonder(?:ing)?|depends?|whether|asked?|ask(?:ing)?|see\s+(?:if|when|what|how)|understand|know|how|what|where|why|when|if|think|believe|guess|suppose|"
    r"assume|thought|sure\s+(?:that\s+)?you|so\s+that|confident|feel|say|says|said|saying|stating|states?|means?|imagine|bet|doubt|claims?|claimed|decide|explains?|like|than)\s*(?:on|that|if|when|how|what|where|why|whether|much|long)?\s*$",
    _FLAGS,
)
REPORTED = re.compile(
    r"\b(?:you|customer|he|she|they|i|we|who|somebody|someone)\s+(?:were|was|had|have\s+been|['’]ve\s+been)?\s*(?:said|told|promised|mentioned|wrote|claimed|stated|thought|read|been\s+told|informed)\b|\btold\s+(?:you|me|us|him|her|them|that)\b|\bdid(?:n['’]t|\s+not)\s+(?:say|promise|mean)\b|\b(?:policy|website|site|email|page|terms?)\s+(?:says?|states?|said)\b",
    _FLAGS,
)
COMMITTED = re.compile(
    r"\b(?:ha(?:s|ve)|['’](?:s|ve))\s+(?:now\s+|also\s+|all\s+)?(?:committed|promised|agreed|undertaken|pledged|guaranteed)\s+(?:us\s+|me\s+)?(?:to|that|a|an)\b",
    _FLAGS,
)

"""What makes a promise wait for the reader, or no promise at all, in English. Data only."""

from __future__ import annotations

import re

from goodword.kit.text import spelled


def _spoken(pattern: str) -> re.Pattern[str]:
    return re.compile(spelled(pattern), re.IGNORECASE)


# Joined by these, a clause says when or whether, and promises nothing itself.
WHETHER = frozenset({
    "if", "in case", "as long as", "provided", "provided that", "should", "in the event", "in the event that", "assuming", "assuming that",
})  # fmt: skip
SUBORDINATE = WHETHER | {
    "once", "whenever", "when", "unless", "until", "till", "after", "before", "where", "upon", "even if", "as soon as", "soon as", "by the time",
}  # fmt: skip
WAITING_JOINTS = SUBORDINATE - {"unless", "until", "till", "before", "where", "by the time", "even if"}

YOU_FIRST = _spoken(r"(?:you|u|your)\b")
ANYWAY = _spoken(
    r"you(?:'ve| have|'re| are)? (?:already|complete[ds]? your|finish(?:ed)? your|arrive|land|check(?:ed)? in|get (?:to|here|home|off|on)|return home|back|home|board|travel|fly|"
    r"next (?:stay|visit|order|fly|come|travel|call|log|shop)|ordered|asked|requested|wrote|called|paid|sent|told|mentioned|reported|were|had|did)\b"
    r"|your (?:flight|plane|parcel|package|order|refund|case|claim|request|bag|luggage|table|turn|payment clears|application|\w+ (?:arrives|lands|is (?:ready|processed|approved|complete|found|located)))\b",
)
STILL_WRONG = _spoken(
    r"(?:(?:the|this|that|it|any|there|anything|something|things|more|another|further|problems?|issues?)\b)(?!.*\b(?:changes?|found|investigation|located|available|becomes|opens)\b).*"
    r"\b(?:persists?|continues?|happens?|again|still|comes? up|arises?|problems?|issues?|questions?|concerns?|goes wrong|(?:doesn't|does not|isn't|is not|not) (?:work|resolv|fix|help|look|right|showing)\w*|else|assistance|help|missing|unclear|wrong)\b",
)
CHOICE = _spoken(
    r"(?:so|not|that|this|it|either|all)\s*(?:$|(?:'s| is| works?| suits?| helps?| sounds?| would| will| seems)\b(?!.*\b(?:found|available|the case|fault|covered|lost|delayed))| (?:ok|okay|fine|good)\b)"
    r"|(?:that|this|it|either|neither|the (?:new |later )?(?:date|day|time|slot))(?: (?:date|day|time|slot))? (?:does not|doesn't|do not|don't|will not|won't|would not|wouldn't) (?:suit|work for|fit)\b"
    r"|(?:interested|preferred|desired|you|anyone|any of you)\b",
)
WE_NEED_MORE = _spoken(
    r"(?:we|I|they|more|further|additional)\b.*\b(?:need|require|information|details|questions?|required|needed)\b.*",
)
NEEDS_FROM_YOU = _spoken(r"\b(?:need|require|questions?|information|details|documents?)\b")
NEEDS_WORK = _spoken(r"\b(?:investigation|action|steps?|work|repairs?|checks?)\b")
# Once we have it: waiting for the reader only where the text asks for it.
HAVING_IT = _spoken(
    r"(?:we|I)(?:'ve| have| do)? (?:receiv\w+|recieve\w*|get|got|have|hear) (?:back )?(?:that|those|these|this|it|them|both|all)\b",
)
HAVING = _spoken(
    r"(?:we|I)(?:'ve| have| do)? (?:receiv\w+|recieve\w*|get|got|have|hear) (?:back )?(?:your|from you|a (?:reply|response) from you|(?:the|any|all|this|that|these|those) (?:\w+ ){0,3}?(?:info\w*|details|photos?|item|return\w*|form|documents?|number|goods|parcel|logs?|confirmation|approval|payment|screenshots?))\b"
    r"|(?:the|this|that|these|those|your|all) (?:\w+ ){0,3}?(?:info\w*|details|confirmation|approval|documents?|form|return|payment|logs?) (?:is|are|has been|have been|arrives?)\b"
    r"|(?:received|receiving (?:it|this|that|your|the|them)|confirmed|completed|you)\b",
)
GOT_IT = _spoken(
    r"\bupon (?:receipt|receiving)|\bbased on your (?:reply|response|answer)|^\W*(?:with (?:that|those|this)|then|from there|at that point|after that)\b|\b(?:once|when|as soon as|after|upon) (?:received|receipt|receiving|(?:we|I) (?:have|receive|get|hear))\b",
)
UPON = _spoken(
    r"\b(?:up)?on (?:receipt|receiving|arrival|return|confirmation|completion|approval|payment) (?:of|from) (?:the|your|this|these|that|those|you)\b|\bonce (?:received|confirmed|approved by you|provided|submitted)\b",
)
FROM_THEN = _spoken(
    r"\b(?:from (?:there|then|that point)|after that|thereafter|once (?:that|it)'?s? (?:done|back|in))\b",
)

_POLITE = r"(?:(?:please|pls|plz|kindly|just|simply|feel free to|go ahead and|then|so|but|or|first|next|also|ok(?:ay)?|sure|yes|hi|hello|hey|sorry|@?\w+,|in the meantime|otherwise|if so)\s*,?\s*)*"
ASKING = _spoken(
    rf"{_POLITE}(?:dm|pm|d\.m\.|message|send|share|provide|give(?! (?:me|us) (?:until|till|a|an|\d|some|the weekend|one))|drop|shoot|reply|respond|call|contact|e-?mail|text|write|let (?:us|me) know|tell|confirm|follow|click|submit|fill|complete|upload|attach|hit|ping|visit|go to|"
    r"return|ship|bring|choose|pick|reach|check|try|log|sign|reset|restart|download|install|ask|speak|talk|book|come|(?:stop|pop|swing|drop) (?:by|in)|fax|forward|advise|hop|head|post|register|apply|open|run|take a (?:photo|picture|screenshot))\b(?! (?:your )?(?:inbox|spam|junk))"
    rf"|{_POLITE}(?:can|could|would|will|won't|may) (?:you|we|I)\b|.*\byou (?:can|could|may|need to|'ll need|will need|should|must|have to)\b|(?:we|I)(?:'ll|'d| would| will| just)? need\b",
)
# "If it does not fit, tell me and I will ...": what is asked stands behind the comma of the condition.
THEN_ASKING = re.compile(rf".*,\s*(?:{ASKING.pattern})", re.IGNORECASE)
# The text asks the reader for something without which the work cannot begin.
ASKS = _spoken(
    r"\b(?:please|pls|plz|kindly|could you|can you|would you|will you|can we|could we|may we|may I|can I|could I|if you (?:can|could|would|wish|like|want)|feel free to)\b[^.!?,;]{0,60}?"
    r"\b(?:dm|pm|message|send|share|provide|give|drop|shoot|reply|respond|confirm|tell|specify|clarify|describe|indicate|elaborate|supply|let (?:us|me) know|follow (?:us|me|the|this)|fill|submit|upload|attach|have (?:your|the|a)|get (?:your|the|a)|e-?mail|call|contact|advise|visit|click|use)\b"
    r"|(?:^|[.!?] |\bso |,\s*)(?:dm|pm|d\.m\.) (?:us|me|your|the)\b|\b(?:we|I)(?:'ll|'d| will| would)? (?:just |also )?need (?:to know|your|the|a|some|more|you to)\b|\bwhat(?:'s| is| are) your\b|\bwhich \w+ (?:are|is|was|were|did|do) (?:you|it)\b|\bdo you have\b"
    r"|\b(?:send|share|provide|details|info|information|number|locator|us)\b[^.!?]{0,40}\b(?:via|by|in|through|over|to) (?:a )?(?:dm|pm|direct message|private message)\b",
)
HOLD_ON = _spoken(
    r"\b(?:(?:just|give me|wait|hold(?: on)?(?: for)?|allow(?: me)?|for) (?:a|one)|one) (?:moment|sec|second|minute)\b(?!-| (?:ago|e-?mail))|\ba moment (?:please|while)\b|"
    r"\b(?:hold on|hang on|please (?:hold|wait)|while (?:I|we) (?:check|look|pull|get|do|review|search|find)|bear with|give me (?:one|\d)|stand by)\b",
)
RIGHT_NOW = _spoken(
    r"\b(?:right now|now|at (?:the|this) moment|at this time|currently|as we speak)\b(?! on)",
)

# In a conversation: what is described and put to the reader first.
PROPOSES = _spoken(
    r"\b(?:please confirm|would you like|do you want|shall (?:I|we)|like to proceed|wish to proceed|before (?:I|we) proceed|is that (?:ok|okay|alright|correct|right))\b",
)
DESCRIBES = _spoken(r"(?:in order )?to (?!be\b)\w+\s")

HOPING = _spoken(
    r"\b(?:hope|hopes|hoping|hopefully|fingers crossed|looks? like|with (?:any |a bit of )?luck|ideally|maybe|perhaps|might|may|possibly|wish|supposed to|unless something)\s*,?\s*(?:that|it|this|everything|all|as if)?\s*(?:\w+ ){0,3}$",
)
# "I am pleased to say that we will ...": said for sure.
ASSERTING = _spoken(
    r"\b(?:pleased|happy|glad|delighted|able|like|want|writing|here|can|do|would) (?:to )?(?:say|confirm|tell you|inform you|report|assure you|let you know|advise(?: you)?|promise(?: you)?|guarantee)\b|\b(?:rest assured|goes without saying|(?:please )?(?:note|know|be assured)|you have my word|confirm|make sure|promise(?: you)?|guarantee)\s*(?:that)?\s*$",
)
UNSURE = _spoken(
    r"\b(?:not (?:\w+ )?(?:sure|certain|know)|n't (?:know|sure|say|tell|guarantee|promise|confirm|think|believe|see|expect)|(?:cannot|can not) (?:say|tell|guarantee|promise|confirm)|unsure|no idea|wonder(?:ing)?|depends?|whether|asked?|ask(?:ing)?|see (?:if|when|what|how)|understand|know|how|what|where|why|when|if|think|believe|guess|suppose|"
    r"assume|thought|sure (?:that )?you|so that|confident|feel|say|says|said|saying|stating|states?|means?|imagine|bet|doubt|claims?|claimed|decide|explains?|like|than)\s*(?:on|that|if|when|how|what|where|why|whether|much|long)?\s*$",
)
# "I cannot promise that it arrives by Friday", "feel free to come by": no word is given.
DISCLAIMED = _spoken(
    r"\b(?:cannot|can not|can't|could not|couldn't|won't|will not|not able to|unable to|not in a position to) (?:\w+ly |yet )?(?:promise|guarantee|say|confirm|tell|be sure|commit)\b|\bfeel free\b|\byou(?:'re| are) (?:more than |very )?(?:welcome|free)\b",
)
REPORTED = _spoken(
    r"\b(?:you|customer|he|she|they|i|we|who|somebody|someone) (?:were|was|had|have been|'ve been)?\s*(?:said|told|promised|mentioned|wrote|claimed|stated|thought|read|been told|informed)\b|\btold (?:you|me|us|him|her|them|that)\b|\bdid(?:n't| not) (?:say|promise|mean)\b|\b(?:policy|website|site|email|page|terms?) (?:says?|states?|said)\b",
)
COMMITTED = _spoken(
    r"\b(?:ha(?:s|ve)|'(?:s|ve)) (?:now |also |all )?(?:committed|promised|agreed|undertaken|pledged|guaranteed) (?:us |me )?(?:to|that|a|an)\b",
)

"""What promises sound like in English, as data; judging.py says how it is used.

Each line comes from the rule book in docs/hearing.md (P: promises, N: what only looks like one), not from texts.
"""

from __future__ import annotations

import re

from goodword.kit.text import spelled


def _spoken(pattern: str) -> re.Pattern[str]:
    return re.compile(spelled(pattern), re.IGNORECASE)


_SUBJECT = (
    r"(?:I|we|you|he|she|they|it|there|this|that|these|those|someone|somebody|everyone|everything|nobody|nothing|"
    r"(?:the|an?|your|our|my|his|her|their|its|one of|any|all|some|both|each|no) [\w’'-]+|[£$€]\s?[\d.,]+|yours|(?-i:[A-Z][a-z]+))"
)
_FINITE = (
    r"(?:'(?:ll|re|m|s|ve|d)| (?:[\w’'-]+ ){0,5}?(?:will|shall|should|can|could|would|may|might|must|cannot|is|are|was|were|am|"
    r"has|have|had|do|does|did|won't|can't|don't|doesn't|didn't|isn't|aren't|need|needs|want|wants|takes?|"
    r"goes|comes|gets?|ships?|arrives?|leaves?|know|think|see|hope|aim|expect|estimate|promise|look|feel|appreciate|apologi[sz]e|understand))\b"
)
_WHETHER = (
    r"even if|if|once|whenever|when|unless|as soon as(?! possible)|soon as(?! possible)|as long as|in case|provided(?: that)?|in the event(?: that)?|assuming(?: that)?|"
    r"because|although|though|while|whereas"
)
_SINCE = r"until|till|after|before|by the time|where|since|upon"
_CLEAR = r"(?:I|we|you|he|she|they|it|there)"
_PRONOUN_WILL = r"(?:I|we|you|he|she|they|it|someone|somebody)(?:'ll| (?:will|shall|won't)\b)"

BOUNDARY = _spoken(
    rf"\s*;\s*| [–—-]{{1,2}} |—|\.\.+|…|: "
    rf"|(?:^|,? )(?:(?:and|but|so|or) )?(?P<word>(?:{_WHETHER}|(?<![\w’'])should)(?= (?:{_SUBJECT}\b|\w+ing\b|received\b|complete|possible\b|need))|(?:{_SINCE})(?= (?:{_SUBJECT}{_FINITE}|{_CLEAR}\b|\w+ing\b|received\b))) "
    rf"|,? (?:and|but|so(?: that)?|or|then|yet|plus|as|which means(?: that)?) (?:then )?(?={_SUBJECT}{_FINITE})"
    rf"|,? (?:and|but|then|so) (?=(?:then |also )?(?:will|shall|should|won't)\b)"
    r"|,? (?:so|and) (?=(?:please )?expect\b|fingers crossed|hopefully)"
    rf"|, (?={_SUBJECT}{_FINITE})"
    rf"|,? (?:and|but|so|then) (?=(?:[\w’']+ ){{1,3}}?{_PRONOUN_WILL})"
    rf"| (?={_PRONOUN_WILL})",
)

# The modal of a promise; what stands before it is the subject, what follows the predicate.
MODAL = _spoken(
    r"(?P<what>\b(?:what )?(?:I|we)(?:'ll| will) do (?:\w+ )?is(?: to)?\b)|(?P<will>'ll|\bwill|\bshall|\bgonna|\bwont\b|\bwon't|\b(?:am|are|is|m|'(?:m|re|s)) (?:(?:now|also|then) )?(?:not )?going to)\b\s*(?P<not>not\b|never\b)?"
    r"|\b(?P<should>should)\b\s*(?P<not2>not\b)?",
)
# Weaker heads (P1, P5): the verb follows at once.
PROGRESSIVE = _spoken(
    r"(?:\b(?:am|are|is)|'(?:m|re|s)) (?P<adverb>(?:now|also|just|currently|already|still|actively|personally|both|all) )*(?P<verb>\w+ing)\b",
)
INTENTION = _spoken(
    r"\b(?:(?P<mild>endeavou?r|strive)|aim|aims|plan|mean|intend|expect|anticipate|undertake|promise|pledge|guarantee|commit|(?:am|are|is|'m|'re) (?:aiming|planning|expecting|due|scheduled|set)) to "
    r"|\b(?:try|try my best|do my best) to |\bplan(?:ning)? on "
    r"|\b(?:my|our|the) (?:plan|target|aim|goal|intention|promise) is (?:to )|\b(?:count|rely|bank) on (?:me|us) to "
    r"|\b(?:am|is|are|'(?:m|re|s)) to (?!be\b|do\b|blame\b|have\b|find\b|see\b)",
)
LET_ME = _spoken(
    r"\b(?:let me|let us|allow me to|give me)\b.*\b(?:and|then|to) (?:then |I'?ll )?(?:get|come|be|circle|report|revert|let you|follow|update|call|ring|e-?mail|write|message|confirm)\b"
    r"(?: (?:right )?back| to you| you| up)",
)
OTHER_HEADS = _spoken(
    # expect the proposal in your inbox by Wednesday; you can expect a reply within two days
    r"(?P<expect>(?:^|\b(?:please|you (?:can|may|should)|so|and) )expect (?:to (?:hear|receive|see|get|have)|(?:a|an|the|your|our|my|it|this|him|her|us|me|them|someone|another|delivery|dispatch|news|an? update)\b))"
    # look out for an e-mail this afternoon; you can count on an answer by Friday; consider it done by tonight
    r"|(?P<lookout>\b(?:look out|watch(?: out)?|keep an eye out)(?: your \w+)? for\b|\bcount on (?:a|an|the|our|hearing)\b|\bconsider (?:it|that|this) (?:done|sorted|fixed)\b)"
    # details to follow by e-mail; refund to be paid by 12 March
    r"|(?P<follows>\bto (?:follow|come)\b|(?:^|\b(?:refund|delivery|order|parcel|payment|invoice|contract|report|replacement|repair|fix) )to be \w+ed\b)"
    # I've arranged for a courier to collect it tomorrow
    r"|(?P<arranged>(?:\bhave|\bhas|'(?:ve|s)) (?:arranged|asked|instructed|told|got) (?:for )?[^,;]{2,40}? to (?=(?:call|ring|phone|contact|collect|deliver|visit|e-?mail|send|bring|pick|come|get|reply|replace|repair|fix|write|install|meet)\b))"
    # we collect the parcel on Friday
    r"|(?P<does>\b(?:I|we) (?=(?:send|collect|deliver|call|ring|refund|start|ship|post|replace|repair|fix|pay|transfer|pick|bring|write|speak|meet|install|switch|release|publish)\b))"
    # calling you in ten minutes
    r"|(?P<gerund>^\W*(?=(?:calling|ringing|sending|shipping|posting|mailing|e-?mailing|delivering|refunding|coming|popping|dropping|bringing|replacing|fixing|forwarding|chasing)\b))"
    # let me call you back in ten minutes
    r"|(?P<letme>\blet (?:me|us) (?=(?:call|ring|phone|get|send|e-?mail|write|check|find|fix|sort|bring|arrange|ask|speak|talk)\b))"
    # £8 is on its way back to your card
    r"|(?P<way>\b(?:is|are|'s) (?:now |already )?(?:on (?:its|their|the|his|her) way|winging its way|heading)(?: (?:back|out))? to you(?:r\b)?)"
    # it goes in tonight's post; the parcel leaves our warehouse tomorrow
    r"|(?P<goes>\b(?:goe?s? (?:in|out|off|back|live|up)|comes back|follows?\b(?! (?:the|this|that|up|our|your))|ships|gets (?:shipped|sent|posted|delivered|collected|refunded|paid)|leaves\b(?! (?:a|an|you|it|me|no|much|room|little)\b)|arrives)\b)"
    # UPS picks it up on Monday
    r"|(?P<comes>\b(?:picks? (?:it|them|this|up)|collects?|delivers?|comes|visits?|calls (?:in|round|by|on)|is back)\b)"
    # the real date is 14 July; your new delivery date is Tuesday
    r"|(?P<date>\b(?:(?:new|real|revised|expected|confirmed|estimated|updated|correct|actual|planned|promised) (?!start|due|end|birth|expiry|renewal)(?:\w+ ){0,2}(?:date|day|eta|time)|eta|(?:delivery|dispatch|shipping|completion|repair|collection|arrival) (?:date|day)) (?:is|'s|will be)\b)"
    # the engineer is booked for Monday
    r"|(?P<booked>\b(?:is|are|has been|have been|'s|'re) (?:now |provisionally )?(?:scheduled|booked|due|rescheduled|planned|slated|lined up|set|expected|on track) (?:in )?(?:for|to|on|with|between|by)\b)"
    # next update at 14:00; delivery Tuesday before noon
    r"|(?P<noted>(?:^|,\s)\W*(?:(?:our|the|your) )?(?:(?:next|further|another) (?:update|report|call|status)|updates?|quote|diagnosis|draft|report|answer|reply|decision|results|invoice|(?:re-?)?delivery|dispatch|collection|call-?back|appointment|installation|engineer visit|repair|refund|replacement)\b(?=\s*(?::|by|at|on|in|within|before|every|tomorrow|today|tonight|between|no later|is\b|mon|tue|wed|thu|fri|sat|sun)))"
    # what I can promise is a phone call
    r"|(?P<nominal>\b(?:I|we) (?:(?:can|do) )?(?:promise|guarantee|offer you my word)(?: you)?(?: is| are|'s)? (?:that )?(?:a|an|the|your|you|it|delivery|completion|dispatch|arrival)\b)",
)
# A second act under the same modal: two promises when both are dated.
SECOND_ACT = _spoken(
    r",? and (?:then |also )?(?=(?:send|call|ring|phone|e-?mail|text|ship|deliver|refund|credit|visit|come|let|update|get|confirm|write|pay|fix|repair|replace|post|mail|issue|book|collect|pick|"
    r"meet|bring|return|give|dispatch|forward|pass|check|review|publish|install|switch|report|follow)\b)",
)
# What a bare time answers, and what counts back from a day that was named.
ASKS_WHEN = _spoken(
    r"\b(?:when|how (?:long|soon|much long(?:er)?)|by what time|what time)\b",
)
COUNTED_BACK = _spoken(
    r"\b(?:days?|weeks?) (?:before|beforehand|earlier|ahead|prior|in advance)\b",
)
# "Please allow three weeks.", behind the sentence of a promise.
LENGTH_NEXT = _spoken(
    r"[\s)\"”]*[.!;,]?\s*(?:[-–—]\s*)?(?P<words>(?:please )?(?:allow|give (?:it|us)|(?:this|it|that|which) (?:usually |normally |typically |generally |can |may |should |will )?takes?|usually|typically|normally)\b[^.!?\n]*)",
)
# a length of time at the end of a clause: what follows says from when
LENGTH = _spoken(r"^(?!.*\b(?:within|in)\b).*\b(?:minutes?|hours?|days?|weeks?|hrs?|mins?)\s*$")
I_OR_WE = _spoken(
    r"(?:^|\W)(?P<who>I|we|us|both|team)\s*(?:all|both|also|then|now|certainly|definitely|gladly|personally|still|just|actually|do|either)?\s*$",
)
HE_OR_THEY = _spoken(
    r"(?:^|\W)(?:he|she|they|someone|somebody|who|one of (?:us|them|our [\w\s-]+))(?: (?:from|in|at|of|on) [\w\s’'-]+| else)?\s*(?:all|both|also|then)?\s*$",
)
YOU = _spoken(
    r"(?:^|\W)(?:you|ya|u|y'?all|you (?:both|all|guys|two|folks|people))\s*(?:also|then|both|all)?\s*$",
)
THIS = _spoken(
    r"(?:^|\W)(?:it|this|that|these|those|which|both|yours|everything|all of (?:it|this))\s*(?:all|also|then)?\s*$",
)
THERE = _spoken(r"\bthere\s*$")
HUMAN = _spoken(
    r"\b(?:teams?|department|dept|office|crews?|staff|managers?|supervisors?|colleagues?|agents?|advis[oe]rs?|specialists?|representatives?|reps?|engineers?|"
    r"technicians?|techs?|plumbers?|electricians?|fitters?|drivers?|couriers?|carriers?|doctors?|nurses?|pharmacists?|registrar|accountants?|lawyers?|solicitors?|folks|people|guys|"
    r"support|billing|finance|accounts|accounting|accounts payable|legal|warehouse|logistics|customer (?:care|relations|service|services|support)|care|relations|experts?|leads?|directors?|head|"
    r"owners?|partners?|suppliers?|vendors?|manufacturers?|makers?|bank|hotel|workshop|garage|underwrit\w+|adjusters?|assessors?|surveyors?|inspectors?|committee|board|member|"
    r"officers?|developers?|designers?|editors?|coordinators?|assistants?|deputy|planners?|buyers?|fulfil\w+|reception(?:ist)?|secretary|"
    r"installers?|consultants?|mechanics?|operators?|handlers?|hosts?|chefs?|tutors?|teachers?|trainers?|case\s*workers?|investigators?|company|depot|ups|dhl|fedex|usps|dpd|"
    r"hermes|royal mail|post office|lead|Mr|Mrs|Ms|Dr|SENCo|us)\b"
    r"(?:\s*[,(][^,()]*[,)])?(?: (?-i:[A-Z][a-z]+))?(?: (?:at|in|on|from|of|for|over|here|there)\b[\w\s’'-]*)?\s*$|\b(?:member|one|each|some|all) of (?:our|the|my)\b[\w\s-]*$",
)
NAME = re.compile(spelled(r"(?:^|[\s,])(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:,? (?:from|in|at) [\w\s]+)?,?\s*$"))
THIRD_PARTY = _spoken(
    r"\b(?:couriers?|carriers?|bank|supplier|vendor|manufacturer|maker|partner \w+|hotel|airline|insurer|ups|dhl|fedex|usps|dpd|hermes|royal mail|post office|paypal|klarna|apple|google|landlord|council)\b",
)
EVERYBODY = _spoken(
    r"\b(?:all|our|any|most|many|some|both) (?:\w+ )?(?:passengers|customers|guests|members|users|flights|orders|refunds|stores|shops|products|prices|changes|clients|travell?ers|subscribers|visitors|accounts|tickets|bookings|requests|seats|planes|routes)\b(?: (?:placed|made|received|sent|who|that|with|on|in|from|of)\b.*)?\s*$"
    r"|^(?:refunds?|orders?|passengers|customers|guests|members|users|flights|prices|repairs|deliveries|orders|failed \w+|new \w+s|upgrades|changes|replies|results|payments)\s*$"
    # a bare plural speaks of all of its kind
    r"|^(?:more|most|many|new|other|additional|extra|further|some) (?:\w+ )?\w+s\s*$"
    # whichever of them: nobody in particular gives their word
    r"|^any (?!of\b)(?:[\w-]+ ){0,2}(?!us\b)[\w-]+\s*$",
)
SCHEDULED = _spoken(
    r"\b(?:flight|plane|aircraft|train|bus|ferry|boat|boarding|departure|gate|event|show|concert|match|game|sale|webinar|class|lesson|course|meeting|conference|call|office|store|shop|branch|weather|storm)s?\s*(?:[\w#-]*\d[\w-]*)?\s*$",
)

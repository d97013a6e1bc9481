"""What promises sound like in English, as data; judging.py says how it is used.

Each line comes from the rule book in docs/hearing.md (P: promises, N: what only looks like one), not from texts.
"""

from __future__ import annotations

import re

_SUBJECT = (
    r"(?:I|we|you|he|she|they|it|there|this|that|these|those|someone|somebody|everyone|everything|nobody|nothing|"
    r"(?:the|an?|your|our|my|his|her|their|its|one\s+of|any|all|some|both|each|no)\s+[\w’'-]+|[£$€]\s?[\d.,]+|yours|(?-i:[A-Z][a-z]+))"
)
_FINITE = (
    r"(?:['’](?:ll|re|m|s|ve|d)|\s+(?:[\w’'-]+\s+){0,5}?(?:will|shall|should|can|could|would|may|might|must|cannot|is|are|was|were|am|"
    r"has|have|had|do|does|did|won['’]t|can['’]t|don['’]t|doesn['’]t|didn['’]t|isn['’]t|aren['’]t|need|needs|want|wants|takes?|"
    r"goes|comes|gets?|ships?|arrives?|leaves?|know|think|see|hope|aim|expect|estimate|promise|look|feel|appreciate|apologi[sz]e|understand))\b"
)
_WHETHER = (
    r"even\s+if|if|once|whenever|when|unless|as\s+soon\s+as(?!\s+possible)|soon\s+as(?!\s+possible)|as\s+long\s+as|in\s+case|provided(?:\s+that)?|in\s+the\s+event(?:\s+that)?|assuming(?:\s+that)?|"
    r"because|although|though|while|whereas"
)
_SINCE = r"until|till|after|before|by\s+the\s+time|where|since|upon"
_CLEAR = r"(?:I|we|you|he|she|they|it|there)"
_PRONOUN_WILL = r"(?:I|we|you|he|she|they|it|someone|somebody)(?:['’]ll|\s+(?:will|shall|won['’]t)\b)"

BOUNDARY = re.compile(
    rf"\s*;\s*|\s+[–—-]{{1,2}}\s+|—|\.\.+|…|:\s+"
    rf"|(?:^|,?\s+)(?:(?:and|but|so|or)\s+)?(?P<word>(?:{_WHETHER}|(?<![\w’'])should)(?=\s+(?:{_SUBJECT}\b|\w+ing\b|received\b|complete|possible\b|need))|(?:{_SINCE})(?=\s+(?:{_SUBJECT}{_FINITE}|{_CLEAR}\b|\w+ing\b|received\b)))\s+"
    rf"|,?\s+(?:and|but|so(?:\s+that)?|or|then|yet|plus|as|which\s+means(?:\s+that)?)\s+(?:then\s+)?(?={_SUBJECT}{_FINITE})"
    rf"|,?\s+(?:and|but|then|so)\s+(?=(?:then\s+|also\s+)?(?:will|shall|should|won['’]t)\b)"
    r"|,?\s+(?:so|and)\s+(?=(?:please\s+)?expect\b|fingers\s+crossed|hopefully)"
    rf"|,\s+(?={_SUBJECT}{_FINITE})"
    rf"|,?\s+(?:and|but|so|then)\s+(?=(?:[\w’']+\s+){{1,3}}?{_PRONOUN_WILL})"
    rf"|\s+(?={_PRONOUN_WILL})",
    re.IGNORECASE,
)

# The modal of a promise; what stands before it is the subject, what follows the predicate.
MODAL = re.compile(
    r"(?P<what>\b(?:what\s+)?(?:I|we)(?:['’]ll|\s+will)\s+do\s+(?:\w+\s+)?is(?:\s+to)?\b)|(?P<will>['’]ll|\bwill|\bshall|\bgonna|\bwont\b|\bwon['’]t|\b(?:am|are|is|m|['’](?:m|re|s))\s+(?:(?:now|also|then)\s+)?(?:not\s+)?going\s+to)\b\s*(?P<not>not\b|never\b)?"
    r"|\b(?P<should>should)\b\s*(?P<not2>not\b)?",
    re.IGNORECASE,
)
# Weaker heads (P1, P5): the verb follows at once.
PROGRESSIVE = re.compile(
    r"(?:\b(?:am|are|is)|['’](?:m|re|s))\s+(?P<adverb>(?:now|also|just|currently|already|still|actively|personally|both|all)\s+)*(?P<verb>\w+ing)\b",
    re.IGNORECASE,
)
INTENTION = re.compile(
    r"\b(?:(?P<mild>endeavou?r|strive)|aim|aims|plan|mean|intend|expect|anticipate|undertake|promise|pledge|guarantee|commit|(?:am|are|is|['’]m|['’]re)\s+(?:aiming|planning|expecting|due|scheduled|set))\s+to\s+"
    r"|\b(?:try|try\s+my\s+best|do\s+my\s+best)\s+to\s+|\bplan(?:ning)?\s+on\s+"
    r"|\b(?:my|our|the)\s+(?:plan|target|aim|goal|intention|promise)\s+is\s+(?:to\s+)|\b(?:count|rely|bank)\s+on\s+(?:me|us)\s+to\s+"
    r"|\b(?:am|is|are|['’](?:m|re|s))\s+to\s+(?!be\b|do\b|blame\b|have\b|find\b|see\b)",
    re.IGNORECASE,
)
LET_ME = re.compile(
    r"\b(?:let\s+me|let\s+us|allow\s+me\s+to|give\s+me)\b.*\b(?:and|then|to)\s+(?:then\s+|I['’]?ll\s+)?(?:get|come|be|circle|report|revert|let\s+you|follow|update|call|ring|e-?mail|write|message|confirm)\b"
    r"(?:\s+(?:right\s+)?back|\s+to\s+you|\s+you|\s+up)",
    re.IGNORECASE,
)
OTHER_HEADS = re.compile(
    # expect the proposal in your inbox by Wednesday; you can expect a reply within two days
    r"(?P<expect>(?:^|\b(?:please|you\s+(?:can|may|should)|so|and)\s+)expect\s+(?:to\s+(?:hear|receive|see|get|have)|(?:a|an|the|your|our|my|it|this|him|her|us|me|them|someone|another|delivery|dispatch|news|an?\s+update)\b))"
    # look out for an e-mail this afternoon; you can count on an answer by Friday; consider it done by tonight
    r"|(?P<lookout>\b(?:look\s+out|watch(?:\s+out)?|keep\s+an\s+eye\s+out)(?:\s+your\s+\w+)?\s+for\b|\bcount\s+on\s+(?:a|an|the|our|hearing)\b|\bconsider\s+(?:it|that|this)\s+(?:done|sorted|fixed)\b)"
    # details to follow by e-mail; refund to be paid by 12 March
    r"|(?P<follows>\bto\s+(?:follow|come)\b|(?:^|\b(?:refund|delivery|order|parcel|payment|invoice|contract|report|replacement|repair|fix)\s+)to\s+be\s+\w+ed\b)"
    # I've arranged for a courier to collect it tomorrow
    r"|(?P<arranged>(?:\bhave|\bhas|['’](?:ve|s))\s+(?:arranged|asked|instructed|told|got)\s+(?:for\s+)?[^,;]{2,40}?\s+to\s+(?=(?:call|ring|phone|contact|collect|deliver|visit|e-?mail|send|bring|pick|come|get|reply|replace|repair|fix|write|install|meet)\b))"
    # we collect the parcel on Friday
    r"|(?P<does>\b(?:I|we)\s+(?=(?:send|collect|deliver|call|ring|refund|start|ship|post|replace|repair|fix|pay|transfer|pick|bring|write|speak|meet|install|switch|release|publish)\b))"
    # calling you in ten minutes
    r"|(?P<gerund>^\W*(?=(?:calling|ringing|sending|shipping|posting|mailing|e-?mailing|delivering|refunding|coming|popping|dropping|bringing|replacing|fixing|forwarding|chasing)\b))"
    # let me call you back in ten minutes
    r"|(?P<letme>\blet\s+(?:me|us)\s+(?=(?:call|ring|phone|get|send|e-?mail|write|check|find|fix|sort|bring|arrange|ask|speak|talk)\b))"
    # £8 is on its way back to your card
    r"|(?P<way>\b(?:is|are|['’]s)\s+(?:now\s+|already\s+)?(?:on\s+(?:its|their|the|his|her)\s+way|winging\s+its\s+way|heading)(?:\s+(?:back|out))?\s+to\s+you(?:r\b)?)"
    # it goes in tonight's post; the parcel leaves our warehouse tomorrow
    r"|(?P<goes>\b(?:goes\s+(?:in|out|off|back)|comes\s+back|follows?\b(?!\s+(?:the|this|that|up|our|your))|ships|gets\s+(?:shipped|sent|posted|delivered|collected|refunded|paid)|leaves\b(?!\s+(?:a|an|you|it|me|no|much|room|little)\b)|arrives)\b)"
    # UPS picks it up on Monday
    r"|(?P<comes>\b(?:picks?\s+(?:it|them|this|up)|collects?|delivers?|comes|visits?|calls\s+(?:in|round|by|on)|is\s+back)\b)"
    # the real date is 14 July; your new delivery date is Tuesday
    r"|(?P<date>\b(?:(?:new|real|revised|expected|confirmed|estimated|updated|correct|actual|planned|promised)\s+(?!start|due|end|birth|expiry|renewal)(?:\w+\s+){0,2}(?:date|day|eta|time)|eta|(?:delivery|dispatch|shipping|completion|repair|collection|arrival)\s+(?:date|day))\s+(?:is|['’]s|will\s+be)\b)"
    # the engineer is booked for Monday
    r"|(?P<booked>\b(?:is|are|has\s+been|have\s+been|['’]s|['’]re)\s+(?:now\s+|provisionally\s+)?(?:scheduled|booked|due|rescheduled|planned|slated|lined\s+up|set|expected|on\s+track)\s+(?:in\s+)?(?:for|to|on|with|between|by)\b)"
    # next update at 14:00; delivery Tuesday before noon
    r"|(?P<noted>(?:^|,\s)\W*(?:(?:our|the|your)\s+)?(?:(?:next|further|another)\s+(?:update|report|call|status)|updates?|quote|diagnosis|draft|report|answer|reply|decision|results|invoice|(?:re-?)?delivery|dispatch|collection|call-?back|appointment|installation|engineer\s+visit|repair|refund|replacement)\b(?=\s*(?::|by|at|on|in|within|before|every|tomorrow|today|tonight|between|no\s+later|is\b|mon|tue|wed|thu|fri|sat|sun)))"
    # what I can promise is a phone call
    r"|(?P<nominal>\b(?:I|we)\s+(?:(?:can|do)\s+)?(?:promise|guarantee|offer\s+you\s+my\s+word)(?:\s+you)?(?:\s+is|\s+are|['’]s)?\s+(?:that\s+)?(?:a|an|the|your|you|it|delivery|completion|dispatch|arrival)\b)",
    re.IGNORECASE,
)
# A second act under the same modal: two promises when both are dated.
SECOND_ACT = re.compile(
    r",?\s+and\s+(?:then\s+|also\s+)?(?=(?:send|call|ring|phone|e-?mail|text|ship|deliver|refund|credit|visit|come|let|update|get|confirm|write|pay|fix|repair|replace|post|mail|issue|book|collect|pick|"
    r"meet|bring|return|give|dispatch|forward|pass|check|review|publish|install|switch|report|follow)\b)",
    re.IGNORECASE,
)
# What a bare time answers, and what counts back from a day that was named.
ASKS_WHEN = re.compile(
    r"\b(?:when|how\s+(?:long|soon|much\s+long(?:er)?)|by\s+what\s+time|what\s+time)\b", re.IGNORECASE
)
COUNTED_BACK = re.compile(
    r"\b(?:days?|weeks?)\s+(?:before|beforehand|earlier|ahead|prior|in\s+advance)\b", re.IGNORECASE
)
# "Please allow three weeks.", behind the sentence of a promise.
LENGTH_NEXT = re.compile(
    r"[\s)\"”]*[.!;,]?\s*(?:[-–—]\s*)?(?P<words>(?:please\s+)?(?:allow|give\s+(?:it|us)|(?:this|it|that|which)\s+(?:usually\s+|normally\s+|typically\s+|generally\s+|can\s+|may\s+|should\s+|will\s+)?takes?|usually|typically|normally)\b[^.!?\n]*)",
    re.IGNORECASE,
)
# a length of time at the end of a clause: what follows says from when
LENGTH = re.compile(r"^(?!.*\b(?:within|in)\b).*\b(?:minutes?|hours?|days?|weeks?|hrs?|mins?)\s*$", re.IGNORECASE)
I_OR_WE = re.compile(
    r"(?:^|\W)(?P<who>I|we|us|both|team)\s*(?:all|both|also|then|now|certainly|definitely|gladly|personally|still|just|actually|do|either)?\s*$",
    re.IGNORECASE,
)
HE_OR_THEY = re.compile(
    r"(?:^|\W)(?:he|she|they|someone|somebody|who|one\s+of\s+(?:us|them|our\s+[\w\s-]+))(?:\s+(?:from|in|at|of|on)\s+[\w\s’'-]+|\s+else)?\s*(?:all|both|also|then)?\s*$",
    re.IGNORECASE,
)
YOU = re.compile(
    r"(?:^|\W)(?:you|ya|u|y['’]?all|you\s+(?:both|all|guys|two|folks|people))\s*(?:also|then|both|all)?\s*$",
    re.IGNORECASE,
)
THIS = re.compile(
    r"(?:^|\W)(?:it|this|that|these|those|which|both|yours|everything|all\s+of\s+(?:it|this))\s*(?:all|also|then)?\s*$",
    re.IGNORECASE,
)
THERE = re.compile(r"\bthere\s*$", re.IGNORECASE)
HUMAN = re.compile(
    r"\b(?:teams?|department|dept|office|crews?|staff|managers?|supervisors?|colleagues?|agents?|advis[oe]rs?|specialists?|representatives?|reps?|engineers?|"
    r"technicians?|techs?|plumbers?|electricians?|fitters?|drivers?|couriers?|carriers?|doctors?|nurses?|pharmacists?|registrar|accountants?|lawyers?|solicitors?|folks|people|guys|"
    r"support|billing|finance|accounts|accounting|accounts\s+payable|legal|warehouse|logistics|customer\s+(?:care|relations|service|services|support)|care|relations|experts?|leads?|directors?|head|"
    r"owners?|partners?|suppliers?|vendors?|manufacturers?|makers?|bank|hotel|workshop|garage|underwrit\w+|adjusters?|assessors?|surveyors?|inspectors?|committee|board|member|"
    r"officers?|developers?|designers?|editors?|coordinators?|assistants?|deputy|planners?|buyers?|fulfil\w+|reception(?:ist)?|secretary|"
    r"installers?|consultants?|mechanics?|operators?|handlers?|hosts?|chefs?|tutors?|teachers?|trainers?|case\s*workers?|investigators?|company|depot|ups|dhl|fedex|usps|dpd|"
    r"hermes|royal\s+mail|post\s+office|lead|Mr|Mrs|Ms|Dr|SENCo|us)\b"
    r"(?:\s*[,(][^,()]*[,)])?(?:\s+(?-i:[A-Z][a-z]+))?(?:\s+(?:at|in|on|from|of|for|over|here|there)\b[\w\s’'-]*)?\s*$|\b(?:member|one|each|some|all)\s+of\s+(?:our|the|my)\b[\w\s-]*$",
    re.IGNORECASE,
)
NAME = re.compile(r"(?:^|[\s,])(?P<name>[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?)(?:,?\s+(?:from|in|at)\s+[\w\s]+)?,?\s*$")
THIRD_PARTY = re.compile(
    r"\b(?:couriers?|carriers?|bank|supplier|vendor|manufacturer|maker|partner\s+\w+|hotel|airline|insurer|ups|dhl|fedex|usps|dpd|hermes|royal\s+mail|post\s+office|paypal|klarna|apple|google|landlord|council)\b",
    re.IGNORECASE,
)
EVERYBODY = re.compile(
    r"\b(?:all|our|any|most|many|some|both)\s+(?:\w+\s+)?(?:passengers|customers|guests|members|users|flights|orders|refunds|stores|shops|products|prices|changes|clients|travell?ers|subscribers|visitors|accounts|tickets|bookings|requests|seats|planes|routes)\b(?:\s+(?:placed|made|received|sent|who|that|with|on|in|from|of)\b.*)?\s*$"
    r"|^(?:refunds?|orders?|passengers|customers|guests|members|users|flights|prices|repairs|deliveries|orders|failed\s+\w+|new\s+\w+s|upgrades|changes|replies|results|payments)\s*$"
    # a bare plural speaks of all of its kind
    r"|^(?:more|most|many|new|other|additional|extra|further|some)\s+(?:\w+\s+)?\w+s\s*$",
    re.IGNORECASE,
)
SCHEDULED = re.compile(
    r"\b(?:flight|plane|aircraft|train|bus|ferry|boat|boarding|departure|gate|event|show|concert|match|game|sale|webinar|class|lesson|course|meeting|conference|call|office|store|shop|branch|weather|storm)s?\s*(?:[\w#-]*\d[\w-]*)?\s*$",
    re.IGNORECASE,
)

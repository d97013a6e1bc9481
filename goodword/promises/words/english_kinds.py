"""Which kind a promise is, in English: the first line that matches decides. Data only.

The lines are read against "subject | predicate" of the clause.
"""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE
_YOU = r"(?:you|u|ya|him|her|them|(?:mr|mrs|ms|dr)\.?\s+\w+)"
_PAPERS = (
    r"(?:invoices?|calculations?|reports?|forms?|contracts?|labels?|statements?|letters?|certificates?|proposals?|quot(?:e|es|ation|ations)|schedules?|timetables?|itinerar\w+|instructions?|guides?|cop(?:y|ies)|drafts?|versions?|files?|"
    r"pdfs?|documents?|documentation|paperwork|agreements?|dpa|nda|specs?|specifications?|post-?mortems?|receipts?|manuals?|templates?|menus?|lists?|screenshots?|diplomas?|transcripts?|written\s+(?:response|reply|answer|confirmation|explanation)|summar(?:y|ies)|minutes\s+of|plans?|"
    r"budgets?|spreadsheets?|slides|presentations?|photos?|pictures?|drawings?|changes|edits|comments|findings|analysis|estimates?|brochures?|catalog(?:ue)?s?|1099|w-?2|tax\s+\w+|payslips?|policy|policies|terms|licen[cs]es?|keys?\s+file|attachments?|scans?|"
    r"boarding\s+pass(?:es)?|e-?tickets?|warranty|samples?\s+report|test\s+results?|resume|cv|logs?|export|data|checklist|questionnaire|ombudsman\s+\w+|tracking\s+sheet|exhibits?|language|redlines?|markup|deal\s+\w+|outline|paper|white\s*paper|article)"
)
_ISSUE = r"(?:this|that|it|the\s+(?:issue|problem|fault|matter|error|bug|outage|leak)|your\s+(?:issue|problem|concern|complaint|service|power|connection|access|account|line|internet))"
_INTERNAL = r"(?:the|our|my|their|his|her|all|appropriate|airport|in-?flight|corporate|senior|upper|higher|local|relevant|proper|right|respective|station|leadership|management|maintenance|everyone|someone|anyone|product|billing|finance|engineering|legal|development|support|hr|IT)\b"
_GOODS = r"(?:parcels?|packages?|orders?|boxe?s?|items?|goods|luggage|bags?|baggage|suitcases?|shipments?|deliver(?:y|ies)|pallets?|freight|stock|units?|parts?|products?|samples?|kit|packs?|books?|sofa|chairs?|tables?|lens|phone|handset|laptop|router|card|shoes?|jersey|lamps?|tickets?\s+by\s+post)"
_PLACED = r"(?:on|to|in|into|onto|back\s+(?:to|on|in|onto|into))\s+(?:your|the\s+(?:original|same)|his|her|the)\s+(?:\w+\s+){0,2}(?:card|account|bank|paypal|payment|method|form\s+of\s+payment|wallet|estate)"

REPORTS_BACK = re.compile(
    rf"\b(?:and|then|to|&)\s+(?:then\s+|will\s+|I['’]?ll\s+|we['’]?ll\s+)?(?:get\s+(?:right\s+)?back|come\s+back|circle\s+back|report\s+back|revert|let\s+{_YOU}\s+know|follow\s*-?up\b|keep\s+{_YOU}\s+(?:posted|updated|informed)|update\s+{_YOU}|inform\s+{_YOU}|advise\s+{_YOU}|tell\s+{_YOU}|notify\s+{_YOU}|get\s+in\s+touch|be\s+in\s+touch|reply|respond|contact\s+{_YOU})",
    _FLAGS,
)
CALLS_BACK = re.compile(
    rf"\b(?:and|then|to)\s+(?:then\s+)?(?:call|ring|phone|telephone)\s+{_YOU}|\b(?:and|then|to)\s+give\s+{_YOU}\s+a\s+(?:call|ring|bell|buzz|shout)",
    _FLAGS,
)
WRITES_BACK = re.compile(rf"\b(?:and|then)\s+(?:then\s+)?(?:e-?mail|text|message|write\s+to)\s+{_YOU}", _FLAGS)

KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words, _FLAGS))
    for kind, words in (
        # by the verb
        (
            "callback",
            rf"\|.*?\b(?:(?:call|calling|ring|ringing|phone|phoning|telephone|dial)\s+(?:{_YOU}|back|your\s+(?:mobile|phone|cell|number|landline))(?!\s+(?:out|in\s+for))|(?:give|giving|get|have|receive|expect|schedule|arrange|set\s+up|book)\s+(?:{_YOU}\s+)?(?:a|another|the|your|our)?\s*(?:quick\s+|phone\s+|follow-?up\s+|call\s?back\s+)*(?:call(?!-?out)|ring|bell|buzz|call-?back|phone\s+call)|voice-?mail|be\s+(?:called|phoned|telephoned))\b",
        ),
        ("callback", r"\b(?:phone\s+call|call-?back)s?\b(?!\s+(?:charge|fee|log))"),
        (
            "escalate",
            rf"\|.*?\b(?:pass|passing|passed|relay\w*|convey\w*|hand|handing)\s+(?:\w+[\w’'-]*\s+){{0,6}}?(?:on|along|over|up|back|to\s+{_INTERNAL})",
        ),
        (
            "escalate",
            rf"\|\s*(?:\w+ly\s+|also\s+|be\s+|get\s+)*(?:pass|passing|relay|relaying|escalat|flag|raise|raising|assign|hand)\w*\b(?!\s+(?:out|{_YOU}\b))",
        ),
        (
            "escalate",
            rf"\|.*?\b(?:shar(?:e|ed|ing)|forward(?:ed|ing)?|sen[dt](?:ing)?|get(?:ting)?|direct(?:ed|ing)?|submit(?:ted|ting)?|report(?:ed|ing)?|address(?:ed|ing)?|discuss(?:ed|ing)?|review(?:ed|ing)?|rout(?:e|ed|ing)|refer(?:red|ring)?|bring(?:ing)?|brought|tak(?:e|en|ing)|communicat\w+)\s+(?!{_YOU}\b(?!r))(?:\w+[\w’'-]*\s+){{0,7}}?(?:to|with|up\s+with|in\s+front\s+of|over\s+to)\s+(?!you\b|your\b){_INTERNAL}",
        ),
        (
            "escalate",
            rf"\|.*?\b(?:let|inform(?:ed)?|notif(?:y|ied)|alert(?:ed)?|advise(?:d)?|tell|told|remind|ask|asked|thank|speak\s+(?:to|with)|talk\s+(?:to|with)|check\s+with|coach|recogni[sz]e|commend|make|contact)\s+(?!you\b|your\b|sure\b|him\s+to\s+wish){_INTERNAL}(?!.*\b(?:{_YOU}\s+know|get\s+back|reply|refund|fix|resolve))",
        ),
        (
            "escalate",
            r"\|.*?\b(?:make\s+sure|ensure|see\s+(?:to\s+it|that))\s+.*\b(?:hears?|sees?|knows?|aware|gets?\s+(?:this|it|your|the\s+message)|recogni[sz]ed|shared|passed|forwarded|informed|addressed)\b",
        ),
        (
            "escalate",
            r"\|\s*(?:\w+ly\s+|also\s+)*(?:note|make\s+(?:a\s+)?notes?|take\s+(?:a\s+)?note|document|record|log|report|file\s+a|chas|escalat|be\s+(?:escalated|raised|assigned|reported|passed|shared|forwarded|noted|documented|logged|flagged)|share|forward\s+(?!you)|open\s+a\s+(?:case|ticket|complaint|report)|raise|flag|highlight|bring\s+(?:this|that|it|these|your))",
        ),
        ("escalate", r"\|\s*(?:pick|take)\s+(?:this|it|your\s+\w+)\s+(?:up|over)\b(?!\s+from\s+you)"),
        ("escalate", r"\|.*?\bspeak\w*\s+(?:to|with)\s+(?!you\b)|\|.*?\b(?:let|have)\s+(?:him|her|them)\s+know\b"),
        (
            "update",
            rf"\|.*?\b(?:let\s+{_YOU}\s+know|keep\s+{_YOU}\s+(?:posted|updated|informed|in\s+the\s+loop|abreast|advised|up\s+to\s+date)|(?:get|come|be|circle|report|check)\s+(?:right\s+)?back\s+(?:to|with|in\s+touch)|get\s+back\b|in\s+touch|in\s+contact|follow(?:ing)?[\s-]?up|reach(?:ing)?\s+out|revert|touch\s+base|hear(?:ing)?\s+(?:back|from|more|about))(?!.*\bby\s+(?:phone|e-?mail)\b)",
        ),
        (
            "email",
            r"\|.*?\b(?:reply|respond|contact\s+you|in\s+touch|get\s+back|follow\s+up|come\s+back|confirm)\b.*\b(?:by|via|in|through)\s+(?:an?\s+)?(?:e-?mail|writing|text|dm|message)\b",
        ),
        (
            "callback",
            r"\|.*?\b(?:contact\s+you|in\s+touch|get\s+back|follow\s+up|reach\s+you|reach\s+out)\b.*\b(?:by|over\s+the|on\s+the|via)\s+(?:tele)?phone\b",
        ),
        (
            "document",
            rf"\|.*?\b(?:send|sending|sent|e-?mail|e-?mailed|forward|provide|mail|mailed|post|posted|publish|published|share|get|give|have|issue|issued|prepare|produce|draft|receive|expect|attach|fax|upload|supply|write|drop|finish|deliver|courier(?:ed)?|reprint(?:ed)?|print|be\s+in\s+your\s+inbox|see|pop)\w*\b.*?\b{_PAPERS}\b(?!\s+(?:fee|number|has\s+been|was))",
        ),
        (
            "document",
            rf"\b{_PAPERS}\b[^|]*\|.*?\b(?:be|get)\s+(?:\w+ly\s+)?(?:sent|e-?mailed|mailed|posted|published|couriered|in\s+your|with\s+you|ready|available|attached|uploaded|issued|shared|provided|reprinted|on\s+its|delivered|faxed|forwarded|there)\b",
        ),
        ("document", rf"\bexpect\b.*?\b{_PAPERS}\b"),
        (
            "refund",
            rf"\b(?:refund\w*|reimburs\w*|money\s+back|charge\s?back|payback|pay\s+(?:you|it|that|this)\s+back)\b|\b(?:reverse|reversed|reversal)\b.*\bcharge|\bcover(?:ing|ed)?\s+(?:the\s+(?:difference|cost|bill)|your\s+(?:cost|taxi|hotel|expense))|{_PLACED}(?!.*\b(?:credit(?:ed)?\s+(?:of|note)|voucher|points|miles|discount|bonus)\b)(?!.*\|.*\bcredit)|\b(?:money|funds|amount|payment|balance|deposit|\$[\d.,]+|£[\d.,]+|€[\d.,]+)\b[^|]*\|.*\b(?:returned|paid|released|back|go)\b",
        ),
        (
            "credit",
            r"\b(?:credit(?:s|ed|ing)?|vouchers?|gift\s*cards?|points|miles|mileage|goodwill|discounts?(?:ed)?|coupons?|promo(?:tional)?(?:\s+code)?s?|compensat\w+|e-?cert\w*|bonus|complimentary|freebie|rebate)\b(?!\s*card)",
        ),
        (
            "visit",
            r"\b(?:engineer|technician|tech|plumber|electrician|fitter|driver|surveyor|inspector|installer|mechanic|adjuster|specialist|agent|crew|team|colleague|someone|she|he|they|i|we)s?\b[^|]*\|\s*(?:\w+ly\s+|also\s+)*(?:(?:be\s+)?(?:com(?:e|ing)|visit\w*|attend\w*|call\s+(?:round|in|by|at)|drop\s+(?:by|in|round)|stop\s+by|swing\s+by|be\s+(?:with\s+you|there|on\s+site|round|out\s+to\s+you|at\s+(?:your|the))|arriv\w+|meet\w*|join\s+you|see\s+you|get\s+to\s+you|greet|assist\s+you\s+(?:at|upon|on)|wait(?:ing)?\s+for\s+you|install|fit\b))",
        ),
        (
            "visit",
            r"\|.*?\b(?:send(?:ing)?|dispatch(?:ing)?|get|have|book(?:ing)?|arrange|schedule|organi[sz]e|set\s+up)\b.*?\b(?:engineer|technician|tech\b|plumber|electrician|fitter|driver|surveyor|inspector|mechanic|someone\s+(?:out|round|over)|crew|visit|appointment|meeting|screen\s?share|demo|walk-?through|pick-?up|collection|home\s+visit|conference\s+call|on\s+\w+['’]s\s+calendar|site\s+visit|call\s+with|training|session|lunch|dinner|coffee)\b",
        ),
        (
            "visit",
            r"\|.*?\b(?:pick(?:ed|ing)?\s+(?:it|this|that|them|you|up|the)\b.*|be\s+(?:picked\s+up|collected)|collect(?:ing)?\s+(?:it|this|that|them|the|your)|meet\s+(?:you|with|at)|join\s+(?:you|us)|see\s+you|have\s+(?:lunch|dinner)|set\s+up\s+a\s+(?:\w+\s+)*meeting|come\s+(?:out|over|round|by|and|to\s+(?:your|you))|visit\s+(?:you|your)|on\s+site|appointment|attend)\b",
        ),
        (
            "visit",
            r"\b(?:engineer|technician|plumber|electrician|fitter|surveyor|inspector|installer|appointment|visit)\b.*\|",
        ),
        (
            "replacement",
            r"\b(?:replac\w+|exchang\w+|swap\w*|re-?issue\w*|re-?send\w*|new\s+(?:one|unit|card|device|phone|item|set|pair|copy|part|lamp|bag)|another\s+(?:one|unit|pair|set|copy|item)|(?:correct|right)\s+(?:one|item|size|part|colou?r|lamp|product|model|order|book|pair)|substitut\w+)\b",
        ),
        (
            "email",
            r"\|.*?\b(?:e-?mail(?:s|ed|ing)?|text(?:s|ed|ing)?\b(?!\s*book)|message\s+you|messag(?:e|ing)\s+you|dm(?:s|ing)?\b|direct\s+message|private\s+message|writ(?:e|ing)\s+(?:to\s+)?(?:you|back|again)|(?:send|drop|shoot|get|receive|expect|have)\b.*\b(?:e-?mail|text|sms|message|dm|note|password|login|log-?in|credentials|confirmation|tracking|link|notification|dispatch|code|invite|invitation|reminder))\b",
        ),
        (
            "investigate",
            r"\|\s*(?:\w+ly\s+|also\s+|be\s+|certainly\s+)*(?:look(?:ing)?\s+(?:into|at|over|further|closely|more)|investigat\w+|review\w*|check(?:ing)?\b|examin\w+|find\s+out|figure\s+out|dig|trac(?:e|ing)\b|research\w*|audit\w*|inspect\w*|analy[sz]\w+|see\s+(?:what|if|whether)|take\s+(?:a|another)\s+(?:\w+\s+)?look|have\s+(?:a|another)\s+(?:\w+\s+)?look|be\s+(?:investigated|reviewed|looked)|get\s+to\s+the\s+bottom|test|monitor|try\s+to\s+(?:find|locate|trace)|locate|search|evaluat\w+|assess\w*|verif\w+|double[\s-]?check|conduct\w*|try\s+to\s+(?:reproduce|replicate)|reproduce|run\s+(?:a|some|further))",
        ),
        (
            "update",
            rf"\|\s*(?:\w+ly\s+|also\s+|be\s+|personally\s+)*(?:contact\w*|update\s+{_YOU}|updating\s+{_YOU}|inform\w*|notif\w+|advis\w+|tell\w*|confirm\w*|repl(?:y|ied|ying)|respond\w*|answer\w*|keep\s+(?:you|this\s+\w+\s+updated)|post\b|post\s+(?:in|on|an\s+update)|reach\s+out|give\s+you\s+(?:an?\s+)?(?:\w+\s+)?(?:update|answer|date|news|status)|indicate|announce|communicate)",
        ),
        (
            "update",
            r"\|.*?\b(?:have|receive|get|send|provide|give|hear|share|bring|see|offer)\b.*?\b(?:updates?|news|answers?|repl(?:y|ies)|responses?|decisions?|feedback|word|status|information|info|details|outcome|results?|explanation|clarity|clarification|eta|findings)\b",
        ),
        (
            "update",
            r"\b(?:update|reply|response|answer|decision|news|outcome)\b[^|]*\|\s*(?:be|follow|come|arrive|reach|get)\b|\bexpect\b.*\b(?:update|reply|response|answer|hear|news|decision)\b",
        ),
        (
            "shipment",
            rf"\b(?:ship(?:s|ped|ping|ment)?|dispatch\w*|despatch\w*|deliver\w*|re-?deliver\w*|courier\w*|in\s+the\s+(?:post|mail)|tonight['’]s\s+post|post(?:ed|ing)?\s+(?:it|them|out|your|the)|be\s+posted|mailed|tracking|overnight(?:ed|ing)|parcel|package|luggage|baggage|bags?\b|suitcase|back\s+to\s+you|with\s+you|to\s+your\s+(?:door|home|address)|arrive|on\s+its\s+way|leaves?\s+(?:us|our|the)|go(?:es)?\s+out|have\s+it\b|send(?:ing)?\s+(?:it|them|the|your|out|over|you)\b.*|reunite\w*)\b|\b{_GOODS}\b[^|]*\|\s*(?:be\s+(?:ready|available|with|there|in|sent)|arrive|come|leave|get|reach|land)",
        ),
        (
            "fix",
            rf"\b(?:fix\w*|repair\w*|mend\w*|restor\w*|resol\w+|solv\w*|sort(?:ed|ing)?\b|patch\w*|work-?around|work(?:ing)?\s+again|back\s+(?:up|online|to\s+normal|on\s+track)|reinstat\w+|unlock\w*|re-?activat\w*|re-?connect\w*|rectif\w+|remed\w+|put\s+(?:this|it|things)\s+right|make\s+(?:this|it|things)\s+right|take\s+care\s+of\s+{_ISSUE}|hotfix|rolled\s+back|correct\s+(?:this|it|the|that|your)|be\s+corrected|get\s+(?:this|it|that)\s+(?:done|working|right|corrected|addressed)|clear\s+(?:this|it)\s+up|address\s+{_ISSUE}|up\s+and\s+running|handle\s+{_ISSUE}|troubleshoot\w*|deploy\w*|roll\w*\s+out)\b",
        ),
        ("refund", r"\b(?:money|payment|paid)\b"),
        (
            "escalate",
            r"\b(?:assign\w*|escalat\w*|feedback|complaint|suggestion|concerns?|comments|compliments?|kudos|kind\s+words|shout-?out)\b",
        ),
    )
)
WRONG_GOODS = re.compile(
    r"\b(?:wrong|incorrect|damaged|broken|smashed|cracked|faulty|defective|missing\s+(?:item|part|piece|from)|replacement|mix-?up|packing\s+error|correct\s+(?:one|item|size|lamp)|torn|leaking|dead\s+on\s+arrival|expired|mou?ld\w*|not\s+what\s+I\s+ordered)\b",
    _FLAGS,
)
SENDS_GOODS = re.compile(
    r"\|\s*(?:\w+ly\s+)*(?:be\s+)?(?:send(?:ing)?|sent|ship(?:ped|ping)?|dispatch\w*|post(?:ed|ing)?|mail(?:ed|ing)?|go\s+out|overnight\w*|pop|get)\b",
    _FLAGS,
)

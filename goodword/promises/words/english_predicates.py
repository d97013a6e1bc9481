"""What follows the modal in English: predicates that promise, and those that only sound like it. Data only."""

from __future__ import annotations

import re


def _starting(*patterns: str) -> re.Pattern[str]:
    """Any of the patterns at the start of a predicate, adverbs before it skipped."""
    adverbs = (
        r"(?:also|then|now|just|certainly|definitely|gladly|personally|still|soon|only|both|all|surely|absolutely|gonna|again|"
        r"immediately|promptly|shortly|next|first|of\s+course|most\s+likely|probably|likely|actually|therefore|simply|,)\s+"
    )
    return re.compile(rf"\s*(?:{adverbs})*(?:{'|'.join(patterns)})", re.IGNORECASE)


_PEOPLE = r"(?:you|your|u)\b"
_DO_BEST = r"(?:(?:try|do)\s+(?:our|my|its|their)\s+(?:very\s+)?(?:best|utmost|hardest)|do\s+(?:all|everything|anything|whatever|what(?:ever)?)\s+(?:that\s+)?(?:we|I|is|it)\b[^.]*?|work\s+(?:hard|quickly|tirelessly)?|try|attempt)"

# Values, states and manners of speaking: true of everybody, or of nothing that could be asked about later.
GENERIC = _starting(
    r"(?:need|have|has|require|want|like|love|prefer|hope|wish|miss|appreciate|look\s+forward|strive|endeavou?r|continue|keep\s+(?:striving|working|trying|improving|doing)|"
    r"always|never|remember|forget|understand|know|think|assume|believe|agree|notice|realise|realize|enjoy|welcome|learn|improve|"
    r"serve|cherish|value|respect|consider|expect|await|wait|stand\s+by|remind|apologi[sz]e|thank|accept|admit|add|say|repeat|bet|guess|stress|note\s+that|be\s+honest|mean|matter|depend|vary|cost|"
    r"support|listen|treat|cooperate|suffer|hold\s+(?:ourselves|myself)|stay\s+(?:tuned|safe)|remain|become|seem|feel|hear\s+you|rely|trust|wonder|strengthen|work\s+(?:harder|hard|on|with\s+you|together|closely|tirelessly)|"
    r"see\s+(?:to\s+(?:be|it\s+that\s+we)|that\s+(?:we|the|this|it|there)|many|more|some|how|why|where))\b(?!\s+(?:to\s+)?(?:a|an|the|your)?\s*(?:update|replacement|refund|new|answer))",
    r"(?:keep|bear|have)\s+(?:this|that|it|you|your\s+\w+|these|those|all\s+(?:this|that))?\s*(?:\w+\s+)?in\s+(?:mind|our\s+(?:thoughts|prayers))",
    r"take\s+(?:this|that|it|your\s+[\w\s]+?|these|all\s+(?:this|that)|note\s+of|full|good\s+care|great\s+care|care\s+of\s+you|every|any|pride|responsibility|ownership)\s*(?:on\s*board|onboard|to\s+heart|serious|into|under|care|responsib|of\b|measure|step|in)",
    r"(?:try|do|give|offer|provide)\s+(?:\w+\s+){0,2}(?:better|more|the\s+best|best|excellent|great|outstanding|quality|world|top|good|first[\s-]class|superior|exceptional|our\s+all)\b",
    r"(?:ensure|make\s+sure|make\s+certain|guarantee|assure)\b",
    r"(?:assist|help|aid|serve|accommodate)\b",
    r"be\s+(?:able|unable|here|there\s+for|around|available|aware|honou?red|delighted|thrilled|excited|grateful|thankful|more\s+than|careful|subject|required|needed|necessary|eligible|responsible|entitled|"
    r"open|closed|out\s+of|out\s+(?:today|tomorrow|all|until|on)|away|off\b|on\s+(?:holiday|leave|vacation|annual|standby|hand|call|board)|in\s+the\s+office|sure|certain|fine|ok|okay|alright|all\s+right|good|great|nice|better|best|worth|"
    r"hard|difficult|easy|possible|impossible|happening|doing\s+(?:our|my|all|everything|better)|working|improving|striving|trying|looking\s+forward|thinking|happier|proud|fun|honest|clear|brief|frank|a\s+(?:pleasure|great|good|bit|while|problem|delay|charge|fee|cost|few|long|little)|an\s+(?:issue|option|extra|honou?r)|"
    r"the\s+(?:case|best|same|first|last|one)|as\s+|too\s+|very\s+|so\s+|missed|appreciated|limited|difficult|different|based|used|treated|valid|necessary|considered|taken\s+(?:into|seriously|on\s*board)|kept\s+in|valued|my\s+pleasure|our\s+pleasure|your\s+|made\s+up|needing|wanting|having|seeing\s+you|back\s+in\s+the\s+office|travell?ing|attending|using|hosting|holding|offering|launching|introducing|expanding|opening|closing|rolling\s+out)",
    r"(?:launch|introduce|roll\s+out|expand|open|close|offer|celebrate|host|run\s+(?:a|an|our)|begin\s+(?:offering|service)|start\s+(?:offering|service|flying))\b(?!.*\b(?:you|your|ticket|case|claim|investigation|dispute|this|it)\b)",
    r"(?:leave\s+(?:it|that|this|you)\b|give\s+you\s+(?:a\s+heads|an\s+example|some\s+(?:tips|advice|background))|let\s+you\s+(?:decide|choose|go|be|get\s+back)|call\s+it|take\s+(?:a|an|about|around|approximately|up\s+to|some|at\s+least|between|longer|roughly|\d+|one|two|three|five|several)\b(?!\s+look))",
    r"see\s+(?:you|u|ya|y['’]?all)\b",
    r"(?:explain|list|summari[sz]e|outline|describe|show\s+you\s+how|walk\s+you|guide\s+you|start\s+by|begin\s+(?:by|with)|try\s+to\s+(?:explain|help|assist|answer)|answer\s+(?:your|any|all)\s+(?:\w+\s+)?questions?|end\s+up|turn\s+out|happen|occur)\b",
    rf"{_DO_BEST}\s*(?:,?\s*to\s+(?:assist|help|accommodate|serve|handle|improve|be\b|make\s+(?:it|your|things|this|sure)|provide|prevent|avoid|keep|answer|meet|ensure|do\b|give|offer|exceed|learn)\b|for\b|$|$)",
    r"(?:do|try)\s+(?:our|my)\s+(?:very\s+)?(?:best|utmost|part)\s*(?:$|[,.!^*#@]|with|on|and|when|at|as|\bin\b)",
    r"(?:have|get)\s+(?:a\s+(?:great|good|nice|wonderful|better)|the\s+(?:option|opportunity|chance|ability|choice)|access|to\b|fun)",
)
# Good intentions that become promises when they name an act for this reader (P5, R3).
BOUND_EFFORT = _starting(
    rf"{_DO_BEST}\s*,?\s*to\s+(?:have|get|bring|return|send|find|locate|rebook|reschedule|resolve|fix|reach|call|complete|finish|deliver|ship|process|move|seat|accommodate|make\s+up|expedite|speed|arrange|sort|secure|track|recover|reunite|replace|restore|solve|reply|respond|answer\s+by|post|dispatch|refund)\b(?=.*(?:{_PEOPLE}|\bit\b|\bthis\b|\bthat\b|\bthem\b))"
)
# "I will make sure that they leave out the chicken one": by one person, about one thing (R9, P6).
ASSURED = _starting(r"(?:ensure|make\s+sure|make\s+certain|see\s+(?:to\s+it|that)|guarantee|be\s+sure)\b")
ASSURED_TOO = re.compile(
    r"\b(?:gets?|hears?|sees?|knows?|is\s+(?:shared|passed|aware|forwarded|made\s+aware|informed)|are\s+(?:aware|informed|made\s+aware)|receives?|reach(?:es)?|pass|share|forward|let)\b",
    re.IGNORECASE,
)
NEVER_AGAIN = re.compile(
    r"\b(?:never|always|every\s+(?:time|customer|guest|passenger)|all\s+(?:our\s+)?(?:passengers|customers|guests)|in\s+(?:the\s+)?future|future\s+\w+|necessary\s+\w+|again|you\s+have\s+(?:a|the)|better|smooth\w*|comfort\w*|enjoy\w*|best)\b",
    re.IGNORECASE,
)

# Announcements of what cannot or will not be done; and what we undertake not to do (P9).
UNABLE = _starting(r"(?:not\s+|be\s+un)?be\s+able|be\s+unable|cannot|can['’]t")
SPARED = _starting(
    r"(?:(?:be|get)\s+)?(?:charg(?:ed?|ing)|bill(?:ed|ing)?|invoic(?:ed?|ing)|renew(?:ed|ing)?|debit(?:ed|ing)?|contact(?:ed|ing)?|e-?mail(?:ed|ing)?|call(?:ed|ing)?|sen[dt](?:ing)?|shar(?:ed?|ing)|sell|sold|deduct(?:ed|ing)?|"
    r"lose|lost|let\s+(?:it|this|you)|clos(?:ed?|ing)|cancel(?:l?ed|l?ing)?|disconnect(?:ed|ing)?|pursued?|chased?|penali[sz]ed?|forget|rest|stop|pay|happen\s+again|receive|get\s+any|hear\s+from|see\s+(?:any|another|that|this))\b"
)

# What the reader will have or see: an outcome, and no advice (P3, P10).
YOU_OUTCOME = _starting(
    r"(?:receive|recieve|hear|get|be\s+(?:getting|receiving|hearing|seeing|contacted|notified|refunded|credited|reimbursed|compensated|called|phoned|e-?mailed|texted|messaged|informed|updated|sent|rebooked|re-?accommodated|protected|moved|transferred\s+to|upgraded|"
    r"assigned|advised|given|issued|provided|offered|paid|visited|alerted|kept|seen\s+(?:by|on|at)|taken\s+care|on\s+your\s+way|under\s?way|in\s+the\s+air|airborne|up\s+in|moving|off\s+the|boarding|rolling|departing|taking\s+off|home|back\s+(?:online|up|on)|up\s+and\s+running|sorted|good\s+to\s+go|"
    r"able\s+to\s+(?:use|log|sign|access|see|place|order|download|open|get)\b))\b(?!\s+(?:to|used|started|the\s+(?:most|best|hang)|better|a\s+(?:better|good|great|chance|prompt\s+to)|an?\s+(?:error|idea|option)|charged|access|your\s+money['’]s))",
    r"(?:find|have|see|notice|get)\s+(?:(?:a|an|the|your|our|it|that|this|these|those|them|full|both|all|everything|another|some|us|my|one|£|\$|€|an?\s+\w+)\s+)(?:[\w£$€.,’'-]+\s+){0,5}?"
    r"(?:refund|refunds|credit|credited|refunded|amount|money|funds|charge|payment|reversal|reversed|deposit|points|miles|update|updated|confirmation|reply|response|answer|solution|fix|workaround|replacement|parcel|package|order|item|delivery|label|invoice|document|documents|contract|link|code|voucher|report|quote|proposal|schedule|it\s+back|back|email|e-mail|message|call|letter|card|key|ticket|bag|luggage|baggage|tracking|"
    r"reflected|appear|posted|shipped|delivered|ready|resolved|working|sorted|by|within|in|on|tomorrow|today|tonight|this|next|before|soon|shortly|asap)\b",
    r"(?:have|see)\s+(?:it|this|that|them|everything|answers?|news|results?|power|service|internet|access)\b(?=.*)",
    r"be\s+(?:with|out|back)\b",
)
# What a thing will do when the promise is kept (P3).
THING_OUTCOME = _starting(
    r"(?:be|get|have\s+been)\s+(?:\w+ly\s+|all\s+|fully\s+|also\s+|then\s+|now\s+|re-?)*(?:refunded|credited|processed|processing|shipped|shipping|sent|delivered|dispatched|despatched|mailed|posted|e-?mailed|replaced|repaired|fixed|mended|restored|resolved|solved|sorted|reviewed|applied|issued|reissued|paid|"
    r"published|assigned|transferred|forwarded|couriered|escalated|investigated|returned|released|cancelled|canceled|removed|waived|updated|corrected|amended|adjusted|extended|activated|reactivated|reinstated|unlocked|scheduled|rescheduled|booked|rebooked|completed|complete|finished|done|closed|handled|addressed|contacted|"
    r"reached|collected|picked\s+up|fitted|installed|upgraded|reset|switched|connected|reconnected|deposited|transmitted|uploaded|added|deleted|erased|deducted|reversed|voided|reimbursed|compensated|looked\s+(?:into|at|after)|taken\s+care|dealt\s+with|followed\s+up|put\s+(?:back|right|through)|passed\s+(?:on|along|to)|shared|raised|brought|"
    r"examined|checked|inspected|printed|reprinted|produced|prepared|drawn\s+up|signed|countersigned|confirmed|backdated|registered|honou?red|matched|covered|exchanged|swapped|recalculated|rerun|redelivered|left\s+with|handed|granted|approved|decided|merged|migrated|deployed|patched|rolled\s+out|pushed|provided|communicated|announced\s+to\s+you|made\s+available|built|cleaned|treated|tested|calibrated|serviced|recorded|documented|noted|ordered|requested|started|begun|initiated|honored)\b",
    r"be\s+(?:with\s+(?:you|us)|there|here|in\s+(?:your|the\s+post|the\s+mail|touch)|on\s+(?:your|its|the\s+way|their|hand)|at\s+(?:your|the)|back\b|ready|available|up\b|live|online|out\s+(?:to|for|on|by|today|tomorrow)|en\s+route|under\s?way|operational|over\s+to\s+you|arriving|leaving|going\s+out|coming|landing|yours|visible|reflected|showing|free|waiting\s+for\s+you|the\s+\d|working\s+again|back\s+to\s+normal)",
    r"(?:arrive|ship|go\s+(?:out|off|back|live|into|in|to)|leave|reach|come|land|appear|show|reflect|post\b|update|clear|hit|drop|return|resume|start\s+working|work\s+again|take\s+(?:place|effect)|follow\b|contain|include|depart|end\s+up\s+(?:in|with)|get\s+(?:to|there|here|back|shipped|sent|posted|delivered|fixed|done|refunded|paid|sorted)|make\s+it|fall\s+off|disappear|expire|credit|refund)\b",
)
# A clear act towards the reader or the case: what a person may say without naming the reader.
AGENT_BE = _starting(
    r"be\s+(?:right\s+)?(?:in\s+(?:touch|contact)|back\s+(?:to|with|in\s+(?:touch|contact))|with\s+you|there\s+(?:at|on|by|within|in|tomorrow|today|between|before|from|for\s+your)|on\s+(?:its|his|her|their|the|our|my)\s+way|on\s+site|"
    r"out\s+(?:to|with)\s+you|over\s+(?:to|at|with)|round\b|around\s+(?:at|by)|at\s+(?:your|the)|by\s+(?:at|on|tomorrow)|up\s+and\s+running|ready|live|fixed|done|finished|joining|reaching|following|sending|calling|ringing|e-?mailing|phoning|contacting|writing|posting|shipping|mailing|refunding|crediting|replacing|"
    r"issuing|processing|reviewing|investigating|looking\s+(?:into|at)|checking|arranging|booking|visiting|coming|dropping|delivering|collecting|picking|bringing|updating|getting|giving|making|providing|passing|forwarding|sharing|raising|escalating|chasing|monitoring|keeping|dispatching|installing|fixing|repairing|restoring|returning|"
    r"releasing|waiving|removing|cancelling|canceling|handling|taking|adding|applying|adjusting|paying|putting|speaking|talking|discussing|meeting|presenting|conducting|starting|working\s+with\s+(?:you|your)|moving|boarding|departing|leaving|assigned|happy\s+to|glad\s+to|pleased\s+to)\b"
)
WILLING = _starting(r"be\s+(?:very\s+|more\s+than\s+|only\s+too\s+)?(?:happy|glad|pleased|delighted)\s+to\b")
ABLE = _starting(r"be\s+able\s+to\s+(?!help|assist|offer|provide|accommodate|do\s+that|answer)")

# Done within the conversation itself, when nothing says otherwise (N: now).
CONVERSATION = _starting(
    r"(?:proceed|go\s+ahead|pull|bring\s+up|look\s+(?:that|this|it|you|your|up)|look\s+(?:it\s+)?up|check|verify|double[\s-]?check|transfer\s+you|connect\s+you|put\s+you\s+through|retrieve|find|search|locate\s+your|get\s+(?:that|this|you|it|the|started|right)|take\s+a\s+(?:quick\s+)?look|see\s+(?:what|if|whether)|"
    r"cancel|change|modify|update\s+(?:the|your|it|that|this)|add|remove|process|exchange|reset|correct|be\s+(?:right\s+)?(?:back|with\s+you)|be\s+checking|ask\s+you|need|create|open|generate|apply|calculate|confirm\s+(?:the|that|your)|use|set|place|start|book|switch|use|log|validate|review\s+(?:your|the|that)|provide\s+you|resolve|fix|take\s+care\s+of|sort|handle|do\s+(?:that|this|it)|have\s+everything)\b"
)
AT_ONCE = _starting(
    r"(?:proceed\s+(?:to|with)|go\s+ahead|pull\s+(?:up|that)|look\s+(?:that|this|it)\s+up|transfer\s+you|connect\s+you\s+(?:to|with)|put\s+you\s+(?:through|on\s+hold)|be\s+right\s+(?:back|with)|be\s+with\s+you\s+(?:shortly|in\s+a|soon)|place\s+you|dm\s+you|d\.m\.)\b"
)
# Work that cannot begin before the reader has answered, when the same text asks for something.
AFTER_ANSWER = _starting(
    r"(?:be\s+(?:happy|glad|able)\s+to\s+)?(?:look|check|assist|help|see|get|find|investigate|review|research|dig|proceed|go\s+from|take\s+(?:it|a\s+look|this|care|another)|sort|work|follow\s+up|do|have|pull|locate|try|gladly|address|track|escalate|update|process|book|arrange|resolve|fix|make|create|provide|complete|submit|confirm|send|issue|reply|respond|forward|pass|share|be\s+(?:in\s+touch|looking|checking|able|happy|glad|sure))\b"
)

"""What follows the modal in English, as data: predicates that promise, and those that only sound like it.

Each table is a list of phrases (notation: phrases.py) that stand at the beginning of the predicate unless their name ends
in ANYWHERE. The letters are those of the rule book in docs/hearing.md.
"""

from __future__ import annotations

SETS = {
    "you": "you, your, u, y'all, ya",
    "us": "our|my|its|their",
    "best": "(very) best|utmost|hardest|part",
    "case": "ticket, case, claim, file, account, order, refund, complaint, investigation, dispute, request, application, booking, reservation, replacement, form, matter, issue, problem, fault",
    "public": "passengers|customers|guests|members|users|clients|travellers|travelers|subscribers|visitors|fans|followers",
    "number": "1~|2~|3~|4~|5~|6~|7~|8~|9~|one|two|three|four|five|six|seven|eight|ten|a|an|several",
    "length": "to|-|or|and|minute|minutes|hour|hours|day|days|week|weeks|business|working|month|months|seconds|bit|while|few",
    "result": (
        "refund|refunds|credit|credited|refunded|amount|money|funds|charge|payment|reversal|reversed|deposit|points|miles|update|updates|updated|confirmation|reply|response|answer|answers|solution|fix|workaround|"
        "replacement|parcel|package|order|item|delivery|label|invoice|document|documents|contract|link|code|voucher|report|quote|proposal|schedule|email|e-mail|message|text|call|letter|card|keys|ticket|bag|luggage|"
        "baggage|tracking|reflected|appear|posted|shipped|delivered|ready|resolved|working|sorted|news|decision|results|notification|instructions|details|information|invitation|copy|certificate|technician|engineer"
    ),
    "done": (
        "refunded|credited|processed|processing|shipped|sent|delivered|dispatched|despatched|mailed|posted|emailed|e-mailed|replaced|repaired|fixed|mended|restored|resolved|solved|sorted|reviewed|applied|issued|reissued|"
        "re-issued|paid|published|assigned|transferred|forwarded|couriered|escalated|investigated|returned|released|cancelled|canceled|removed|waived|updated|corrected|amended|adjusted|extended|activated|reactivated|"
        "reinstated|unlocked|scheduled|rescheduled|booked|rebooked|completed|complete|finished|done|handled|addressed|contacted|reached|collected|fitted|installed|upgraded|reset|switched|connected|reconnected|"
        "deposited|transmitted|uploaded|added|deleted|erased|deducted|reversed|voided|reimbursed|compensated|covered|shared|raised|brought|examined|checked|inspected|printed|reprinted|produced|prepared|signed|"
        "countersigned|confirmed|backdated|registered|honoured|honored|matched|exchanged|swapped|recalculated|rerun|redelivered|handed|granted|approved|decided|merged|migrated|deployed|patched|pushed|provided|"
        "communicated|built|cleaned|treated|tested|calibrated|serviced|recorded|documented|noted|ordered|requested|started|begun|initiated|sealed|plugged|cleared|paused|suspended|frozen|unfrozen|unblocked|circulated|topped_up|sanded|painted|trimmed|cut|moved|lifted|dropped|handled|traced|located|expedited|prioritised|prioritized|refilled|renewed|discounted|"
        "resent|relayed|made|announced|taken|told|informed|notified|thanked|recognised|recognized|coached|commended, picked up, looked into|at|after, taken care|up, dealt with, followed up, put back|right|through, passed on|along|to, drawn up, "
        "left with, rolled out|back, made available|aware, switched on|off|over, spoken to, talked to, sent back|out, set up, put in|on, on its|their|the|your way"
    ),
    "dispatch": (
        "send|sending|mailing|posting|shipping|popping|refunding|crediting|replacing|dispatching|despatching|overnighting|couriering|issuing|arranging|booking|raising|chasing|forwarding|escalating|faxing|wiring|"
        "delivering|returning|drafting|preparing|coming|moving|calling|ringing|phoning|visiting|driving|bringing|taking|getting|giving|doing|making|transferring|processing|adding|putting|speaking|talking|meeting|"
        "starting|installing|fitting|collecting|picking|dropping|ordering|publishing|releasing|deploying|switching|upgrading|emailing|e-mailing|cancelling|closing|opening|handing|passing|scheduling|pulling|"
        "reprinting|rebooking|extending|waiving|removing|updating|swapping|fixing|repairing|flying|heading|leaving|testing"
    ),
}  # fmt: skip

# Said before the verb, and changing nothing: "be sure to", "have to" before passing something on.
THROUGH = (
    "be sure|certain to",
    "make sure|certain to",
    "make a point of|to",
    "go ahead and",
    "be going to",
)
# A duty is a promise only where passing on is meant.
OBLIGED = ("have|need|want to",)
PASSING = (
    "pass|share|forward|relay|escalate",
    "let the|our|my|them|him|her",
    "bring|get|send|take this|that|it to|up",
    "look into this|that|it",
    "report this|that|it",
)

# Values, states and manners of speaking: true of everybody, or of nothing that could be asked about later (N generic).
GENERIC = (
    "need|has|have_to|require|want|like|love|prefer|hope|wish|miss|appreciate|look_forward|strive|endeavor|endeavour|continue|always|never|remember|forget|understand|know|think|assume|believe|agree|notice|realise|realize",
    "enjoy|welcome|learn|improve|serve|cherish|value|respect|consider|expect|await|wait|apologise|apologize|thank|accept|admit|say|repeat|bet|guess|stress|mean|matter|depend|vary|cost|support|treat|suffer|remain|become|seem|rely|trust|wonder|strengthen",
    "add that", "listen !to_the|to_your|to_it|to_this", "remind you|u|everyone", "note that", "be honest", "stand by", "stay tuned|safe|in_touch", "feel", "hear you", "hold ourselves|myself", "see you|u|ya|y'all|many|more|some|how", "see that|to we|the|this|it|there !gets|is_looked", "keep striving|working|trying|improving|doing|safe|listening|learning|growing",
    "keep|bear|have (this|that|it|you|these|those|all|your) (feedback|comments|suggestion|point|request|family|concerns|thoughts) in mind|our_thoughts|our_prayers|our_hearts",
    "take this|that|it|these|those|all|note|full|good|great|every|any|pride|responsibility|ownership|your .. on_board|onboard|to_heart|seriously|serious|into|care_of|under|responsibility|of_that|measure|in_it", "take care of you|yourself",
    "provide|offer|give|deliver|make|have|bring|create .. experience|journey|experiences|flight_experience", "try|do|give|offer|provide (you) (with) (a|the|our|an) better|more|best|excellent|great|outstanding|quality|top|good|first-class|superior|exceptional|smooth|smoother|all",
    "assist|help|aid|accommodate", "work harder|hard|on|with|together|closely|tirelessly|towards|to_improve|to_make|to_provide|to_do_better|our", "do better|well|good",
    "be able|unable|available|aware|honoured|honored|delighted|thrilled|excited|grateful|thankful|more_than|careful|subject|required|needed|necessary|eligible|responsible|entitled|open|closed|off|sure|certain|fine|ok|okay|alright|all_right|good|great|nice|better|best|worth|hard|difficult|easy|possible|impossible|happy|glad|pleased",
    "be waiting|cheering|rooting|watching|listening|standing|sitting|enjoying|celebrating|missing|counting|dreaming|smiling|crossing|learning|playing|singing|hanging|seeing|staying|growing|focusing|focused", "be making|taking|keeping|giving (some|the|our|more|every|you|your|it) improvements|improvement|changes|effort|steps|best|time|safe|fingers|posted_on_our", "be here|around|happening|working|improving|striving|trying|looking_forward|thinking|happier|proud|fun|honest|clear|brief|frank|considered|valued|missed|appreciated|limited|different|based|used|treated|valid|happening|made_up|needing|wanting|having|seeing_you|travelling|traveling|attending|using|hosting|holding|offering|launching|introducing|expanding|opening|closing",
    "be doing our|my|all|everything|better", "be ready|prepared to", "be there for you|to_help|to_assist|to_support", "be out of|until|all|today|tomorrow|on_leave|on_holiday", "be on holiday|leave|vacation|annual|standby|hand|call|board|duty|the_lookout", "be in the_office|a_better|our_thoughts", "be back in the office", "be back from|at_work",
    "be a pleasure|great|good|bit|while|problem|delay|charge|fee|cost|few|long|little|shame", "be an issue|option|extra|honour|honor", "be the case|best|same|first|last|one", "be as|too|very|so|my|our|kept|taken|rolling_out", "be running our|a",
    "launch|introduce|roll_out|expand|celebrate", "leave it|that|this|you !with_your|with_the|with_a|at", "give you a heads|an_example|some_tips|some_advice|some_background|the_best", "let you decide|choose|go|be|get_back", "call it|this_a", "take a|an|some|at_least|between !look|note|closer|further|deeper|listen|second_look|proper|fresh",
    "take|last (about|around|approximately|up_to|roughly) <number> <length>", "take|last time|place|several|longer|some_time|up_to", "explain|list|summarise|summarize|outline|describe|show_you|walk_you|guide_you", "start|begin by|with", "answer your|any|all questions|question|any_questions",
    "end up|with", "turn out", "happen|occur", "get through|past|better|there|over|used|to_know|to_see|the_chance|the_best", "use your|this|the|that|these|all (valuable|helpful) feedback|comments|comment|experience|information|input|info|insight|insights|suggestion|suggestions|data", "have|get a|the better|great|good|nice|wonderful|option|opportunity|chance|ability|choice|access|time",
    "have fun|access|time", "stop at nothing", "go above|further|the_extra|out_of", "live up", "maintain|uphold|honour|honor our|the_high|your_trust", "make every|it_a_priority|it_our_priority|your_next|it_better|things_better|it_up_to_you_next", "be|stay in good hands",
)  # fmt: skip

# Good intentions: a promise when they name an act for this reader (P5, R3), else generic.
EFFORT = (
    "do everything|all|anything|whatever to|possible|in",
    "do|try|give <us> <best>", "do everything|all|anything|whatever|what (that) we|I|is|it|they (can|could|in|takes|possible|able|have_to) (our|my) (power) (to)", "try|attempt|aim|seek (hard|very_hard|our_best|my_best|harder) to", "work (hard|quickly|tirelessly|diligently|closely) to", "work (closely) with .. to",
    "endeavour|endeavor|strive to",
)  # fmt: skip
EFFORT_ANYWHERE = (
    "to have|get|bring|return|send|find|locate|rebook|reschedule|resolve|fix|reach|call|complete|finish|deliver|ship|process|move|seat|make_up|expedite|speed|arrange|sort|secure|track|recover|reunite|replace|restore|solve|reply|respond|post|dispatch|refund|put|fulfil|fulfill|clear|repair|trace|reach|respond",
)  # fmt: skip

# "I will make sure that they leave out the chicken one": by one person, about one thing (R9); "make sure they hear it" (P6).
ASSURED = ("ensure|guarantee", "make|be|making sure|certain", "see to it", "see that")
ASSURED_ANYWHERE = (
    "gets|hears|hear|sees|knows|know|aware|informed|receives|receive|reaches|passed|shared|forwarded|recognised|recognized|looked_at|looked_into|addressed", "pass|share|forward|let", "your|this|the .. is|are|gets <done>",
)  # fmt: skip
NEVER_AGAIN_ANYWHERE = (
    "never|always", "every time|customer|guest|passenger|one", "all (our|your) passengers|customers|guests|needs", "in future", "in the future", "future~", "necessary", "again", "you have|get a|the", "better|smooth|smoother|smoothly|comfortable|comfortably|enjoy|enjoyable|best|safe|safely|great",
)  # fmt: skip

# What cannot or will not be done; and what we undertake not to do (P9).
UNABLE = ("be able", "be unable", "be possible", "cannot|can't")
SPARED = (
    "be charged|billed|invoiced|renewed|debited|contacted|emailed|e-mailed|called|sent|shared|sold|deducted|lost|closed|cancelled|disconnected|pursued|chased|penalised|penalized|taken|made|debited_again|asked|bothered|affected",
    "be pursuing|chasing|taking|asking|increasing|passing|selling|cancelling|canceling|raising|charging|billing|invoicing|renewing|debiting|contacting|emailing|calling|sending|deducting|closing", "charge|bill|invoice|renew|debit|contact|email|e-mail|call|send|deduct|close|disconnect|pursue|chase|forget|rest|stop|pay|lose|happen_again|receive|bother|disturb|let_it|let_this|let_you|give_up",
    "get|hear|see any|another|that|this|from", "have to pay|worry_about|send|return", "lapse|expire|be_due", "share|sell your", "take the|any|your|that|another",
)  # fmt: skip
WE_REFUSE = (
    "accept|refund|replace|deliver|ship|offer|pay|reimburse|cover|compensate|return|exchange|repair|receive|see|send !you_any|any|another",
    "be refunding|replacing|sending|offering",
)

# What the reader will have or see: an outcome, and no advice (P3, P10).
YOU_OUTCOME = (
    "hear|hearing (back) (from|about|within|by|in|soon|shortly|something|more|today|tomorrow)", "get|have|see|find|notice it|this|that|them|everything|yours !for|when|by_going|under",
    "receive|recieve|get|have|see|find|notice|be_getting|be_receiving|be_seeing (a|an|the|your|our|it|that|this|these|those|them|full|both|all|another|some|my|one|new|more|further|any) .. <result>", "be hearing from|back|about", "get|have it|them|this|your|the|£~|$~|€~ .. back !of|when",
    "be getting|receiving|seeing|hearing (a|an|the|your|it|from|this|one|some)", "receive|recieve|get (a|an|your|the|our|some|full|one|another|it|this)",
    "be contacted|notified|refunded|credited|reimbursed|compensated|called|phoned|emailed|e-mailed|texted|messaged|informed|updated|sent|rebooked|re-accommodated|reaccommodated|protected|moved|upgraded|assigned|advised|given|issued|provided|paid|visited|alerted|reseated|invited|connected|seen|kept|offered|met|transferred",
    "be on your way", "be under way|underway", "be in the_air|your_seat|good_shape", "be airborne|moving|boarding|rolling|departing|home|online|sorted|all_set|covered", "be off the|soon", "be up in|and_running|and_going", "be the first to know|hear", "know by|on|tomorrow|today|soon|more|within|before|this|next|either", "be taken care", "be back online|up|on|in", "be good to go", "be with us|them",
    "be able to use|log|sign|access|place|order|download|open|see_it|see_the_refund",
)  # fmt: skip
NO_OUTCOME = (
    "receive|get|have|see (a|an|the|your) error|prompt|option|options|idea|chance|opportunity|access|banner|dropdown|button|message_saying|screen|page|menu|tick|notice|points|discount|better|good|great|to|used|started|most|best|hang|there|home", "have|get days|30|14|60|90|a_month|time", "get|see what|how|why|that",
    "receive|get a better|great|good|lower|higher|cheaper|bigger|double|free_upgrade|extra", "get one !of_our", "be given a_choice|an_option|the_option|the_opportunity|the_chance", "be moved|transferred to", "be connected|put_through", "be contacted if",
)  # fmt: skip
# What a thing will do when the promise is kept (P3).
THING_OUTCOME = (
    "be|get|have_been (fully|all|also|then|now|re|automatically|promptly|immediately|directly|completely|personally|duly|successfully|manually) <done>", "be|get with you|us|him|her", "be there|here|in_touch|ready|available|live|online|operational|arriving|leaving|coming|landing|yours|visible|reflected|showing|free|underway|waiting_for_you",
    "be in your|the_post|the_mail|the_next|tomorrow's|today's", "be on your|its|their|the_way|hand|the_next|a_flight|a_truck|board|tomorrow's|today's|tonight's", "be at your|the", "be back", "be up (and) running|again|soon|shortly|in|by|on", "be out to|for|on|in|at|by|today|tomorrow|with", "be en route", "be under way", "be over to you", "be going out|back|to",
    "be waiting in|at|on|there", "be on|off again", "be working again|normally|properly|by", "be back to normal", "be warm|cold|clean|safe|dry|full|usable|accessible|open .. again", "be the 1~|2~|3~", "arrive|ship|leave|reach|come|land|appear|show|reflect|clear|drop|return|resume|follow|depart|disappear|credit|refund|take_effect|contact|call|reply|respond|email|write", "go out|off|back|live|into|in|to_you|to_your|through|on", "post in|to|within|by|on|tomorrow|today|soon|shortly|automatically",
    "update overnight|within|by|in|tomorrow|today", "hit your|the", "start|begin working|again", "work again|by|from", "contain|include the|your|a", "end up in|with", "get to|there|here|back|shipped|sent|posted|delivered|fixed|done|refunded|paid|sorted", "make it to", "turn|show up|through", "be free", "be on the_house|us", "stop", "move|transfer|switch|change over|across|to", "fall|drop off", "happen today|tomorrow|by|on|within|tonight|this",
)  # fmt: skip
# What persons do, also where the subject is "the council"; and what only things do.
PERSONAL = (
    "call|ring|phone|telephone|email|e-mail|write|text|message|contact|reply|respond|visit|come|attend|pop|drop|swing|look|collect|deliver|bring|carry|fit|install|repair|fix|replace|check|look|review|inspect|examine|investigate|assess|send|post|mail|dispatch|"
    "ship|pick|drop|meet|see|speak|talk|arrange|book|schedule|confirm|refund|credit|pay|reimburse|issue|prepare|draft|print|reprint|sign|approve|decide|let|get|take|give|provide|hold|keep|reserve|save|set_aside|put|hand|forward|pass|escalate|clean|paint|trim|cut|remove|redo|remake|measure|test|treat|"
    "transfer|reset|unlock|restore|rebook|reschedule|handle|process|update|inform|notify|advise|join|wait|stay|help_you|show_you|knock|waive|analyse|analyze|evaluate|study|match|exchange|swap|alter|extend|cancel|circulate|consider|discuss|vote|rule|answer|cover|honour|accept|prepare|cook|attempt|re-attempt|try|have|order|adjust|correct|amend",
)  # fmt: skip
TO_YOU = (
    "inform|notify|tell|update|advise|let <you>",
    "prepare|make|cook|set|arrange|book|keep .. for <you>",
    "exchange|replace|repair|collect|refund|waive it|this|that|your|the",
    "call|ring|phone|telephone|email|e-mail|write|text|contact|visit|meet|send|bring|post|reply|respond|get_back|carry|come (to|for|with|over_to|out_to|the|a|an) <you>",
    "carry|collect|repair|hold|keep|reserve your|the|it|this",
)
THING_STATE = (
    "take about|up_to|around|place|effect|1~|2~|3~|4~|5~|one|two|three",
    "let you choose|know_when|know_if|see|use",
    "get better|worse|easier|hot|cold",
    "give you access|a_better|an_idea|the_option|more_control",
    "provide access|information_on|more|better|an_overview",
    "send|ask|show you_to_the|you_a_prompt",
    "check whether|if",
    "update itself|automatically",
    "see|meet your_needs|demand",
)
BY_ITSELF_ANYWHERE = ("by itself", "on its own", "if|when you")

# Acts that begin with "be", as far as they promise; all other "be" before a person is a state.
AGENT_BE = (
    "be waiting for you|at|in",
    "be (right) in touch|contact", "be back to|with|in_touch|in_contact", "be with you (on|in|by|at|within|tomorrow|today|shortly|soon|this|before|between)", "be on the phone|line|case to|with|for|about|at|by|from", "be back .. to", "be there at|on|by|within|in|tomorrow|today|between|before|from|shortly|soon|first_thing|this|next", "be on its|his|her|their|the|our|my way", "be on site",
    "be out to|with you", "be over to|at|with", "be round|around at|by|on|tomorrow|in|this|to", "be at your|the|his|her", "be by at|on|tomorrow|this|to", "be up and", "be ready !to", "be live|fixed|done|finished|assigned|sent|told|in_attendance",
)  # fmt: skip
TRAVELLING = (
    "be in the air|sky", "be airborne|rolling|moving|boarding|departing|taxiing|landing|arriving|leaving|underway", "be off the|soon|in", "be on our way|the_way|the_ground|the_move", "be under way", "be taking off", "be wheels up", "be up in",
)  # fmt: skip
WILLING = ("be (very|more_than|only_too|so) happy|glad|pleased|delighted to",)
ABLE = ("be able to !help|assist|offer|provide|accommodate|do_that|answer",)
SEE_YOU = ("see you|u|ya|y'all",)

# "We should have told you": that is past.
SHOULD_HAVE = (
    "have been|done|gotten|got|received|seen|heard|had|told|known|gone|come|taken|given|made|kept|sent|let|put|said|written|found|left|brought|paid",
    "have not|never|always|at_least", "have (already|also|now) arrived|checked|asked|called|offered|informed|reached|notified|shipped|shown|posted|landed|departed|delivered|processed|"
    "mentioned|explained|provided|confirmed|advised|replied|answered|happened|worked|contacted|cleared|credited|refunded|updated",
)  # fmt: skip

# News for everybody and time tables (N info), unless they name this reader or this matter.
ANNOUNCED = (
    "(be) add|bring|fly|serve|operate|install|resume|start|begin|launch|introduce|expand|open|close|upgrade|run|raise|lower|change|move|switch|return|hold|host|offer|increase|reduce|roll_out|release|celebrate|hire|build|welcome|update",
    "be adding|bringing|flying|serving|operating|installing|resuming|starting|beginning|launching|introducing|expanding|opening|closing|upgrading|running|raising|lowering|changing|moving|switching|returning|holding|hosting|offering|increasing|reducing|rolling|releasing|celebrating|hiring|building|welcoming|updating",
)  # fmt: skip
THIS_READER_ANYWHERE = (
    "<you>", "this|that !year|summer|fall|winter|spring|season|month|week|route|weekend|autumn|morning|afternoon|evening|service", "yours|it|them|him|her", "<case>", "inquiry|enquiry|investigation|inconvenience|trouble|miles|points|credit|voucher|compensation", "news|answer|answers|updates|decision|fixed|ready|repaired", "a|an|the|another|full|further|more fix|meeting|chat|call|thread|trace|search|review|word|diagnostic|test|check|room|table|seat|spot|place|line|slot|date|price|diagnostics|reservation",
)  # fmt: skip
TO_ALL_ANYWHERE = (
    "all|every|other|our|most|any|future (of_our|our) (loyal|valued|elite) <public> !service|care|relations|support|team|resolution|affairs|experience|advocacy|services", "everyone|everybody !in_the|on_the|on_this|at_the|in_our|who_was", "on|to|via|at our|the (official|public) website|site !team|visit|crew", "on|to|via|at our|the (official|public) web_page|page|blog|app|newsletter|channel|channels|Twitter|Facebook|feed",
    "on all flights|routes|planes|orders|products", "across|throughout our|the network|stores|fleet",
)  # fmt: skip
BOOKED_ANYWHERE = (
    "pick-up|pickup|your|yours|it|delivery|deliveries|repair|refund|replacement|visit|installation|collection|order|parcel|fix|release|patch|upgrade|update|decision|hearing|inspection|callback|call|appointment",
)
TIMETABLE = (
    "(be) arrive|arriving|depart|departing|board|boarding|land|landing|leave|leaving|taking_off|pushing_back !it|this|that|your|you|the_case",
    "take off",
    "push back",
    "begin|start|be_starting|be_beginning boarding|to_board",
    "be on the_ground|our_way|the_way|your_way",
    "be in the_air",
)
# For a colleague or "they": the act must touch this matter.
TOUCHES_ANYWHERE = (
    "<you>", "this|it|that|us", "the|all|these|both !right_thing", "reply|respond|call|contact|back|visit|come|attend|investigate|apologise|apologize|follow_up|be_there|be_with",
)  # fmt: skip

# Present progressives: acts with a time of their own ("I'm sending it today"); the rest is only a status (N now).
HAVING = ("having",)
DISPATCHING = ("<dispatch>", "having the|it|your|this|that|them|a|an !offsite|meeting|party|event")
SENDING = (
    "sending|mailing|posting|shipping|popping|dispatching|couriering|overnighting|putting (out|you|your|a|an|the|it|this|another|over|along|that|some|everything)",
)
NO_SENDING_ANYWHERE = (
    "DM|DMs|PM",
    "direct|private message",
    "a|this|the message|link|text !with",
    "on hold|through",
    "down|up_with",
)
STATUS = (
    "working|hoping|looking|thinking|wondering|trying|experiencing|waiting|seeing|going|being|writing|reaching|contacting|offering|running|checking|getting_in|getting_ready", "having trouble|issues|problems|difficulties|difficulty|fun|some|any|technical", "calling about|to|from|regarding|you_now|you_because", "taking this|care_of|a_look|your_feedback|steps", "doing our|my|all|everything|what",
    "making every|sure|progress", "moving forward|to_a", "giving you a_heads",
)  # fmt: skip

GETTING = ("getting|receiving|being (a|an|the|your|it|this|refunded|credited|upgraded|moved|rebooked|paid|sent)",)
COMING = ("coming|arriving|leaving|shipping|following|going_out|going_off|going_back|being|getting|landing",)
# Done within the conversation itself, when nothing says otherwise (N now).
CONVERSATION = (
    "proceed|pull|check|verify|double-check|retrieve|find|search|cancel|change|modify|add|remove|process|exchange|reset|correct|create|open|generate|apply|calculate|use|set|place|start|book|switch|log|validate|handle|resolve|fix", "go ahead", "bring up", "look that|this|it|you|your|up|into|at",
    "transfer|connect|put you", "locate|review|confirm|update|ask your|the|that|it|this|you", "get that|this|you|it|the|started|right", "take a (quick) look", "take care of", "see what|if|whether", "be (right) back|with_you|checking", "provide you", "sort|do that|this|it", "have everything", "need",
)  # fmt: skip
AT_ONCE = (
    "proceed to|with", "go ahead", "pull up|that", "look that|this|it up", "transfer|connect you (to|with|now)", "put you through|on_hold", "be right back|with", "be with you shortly|in_a|soon|in_just", "place you", "DM you",
)  # fmt: skip
REPORTS_ANYWHERE = ("get|come back", "let <you> know", "follow up", "update|keep|call|email <you>")
# Work that cannot begin before the reader has answered, when the same text asks for something.
AFTER_ANSWER = (
    "compare|match|run|read|test|reproduce|go|let_you|get_back|come_back|be_able|take|look|check|assist|help|see|get|find|investigate|review|research|dig|proceed|sort|work|have|do|pull|locate|try|gladly|address|track|escalate|update|process|book|arrange|resolve|fix|make|create|provide|complete|submit|confirm|send|issue|reply|respond|forward|pass|share|then",
    "go from", "take it|a_look|this|care|another|a_closer|from", "follow up", "be in|looking|checking|able|happy|glad|sure|investigating|reviewing", "let you know", "contact|call you",
)  # fmt: skip

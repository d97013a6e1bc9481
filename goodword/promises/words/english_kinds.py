"""Which kind a promise is, in English, as data: the first row that matches decides (see kinds.py and phrases.py).

A row is the kind, where it is looked for, and phrases. Where: `verb` at the beginning of what is promised, `it`
the same where a thing is meant and no person, `said` anywhere in it, `who` in its subject, `end` behind an "and" or "then".
"""

from __future__ import annotations

SETS = {
    "you": "you, u, your, ya",
    "internal": (
        "(all) the|our|my|their|his|her|its|appropriate|airport|in-flight|inflight|corporate|senior|upper|higher|local|relevant|proper|right|"
        "respective|station|leadership|management|maintenance|everyone|someone|billing|finance|engineering|legal|development|support|HR|IT|head|"
        "accounts|accounting|customer|crew|corporate|procurement|sales|operations|quality"
    ),
    "papers": (
        "invoice|invoices|calculation|calculations|report|reports|form|forms|contract|contracts|label|labels|statement|statements|letter|letters|"
        "certificate|certificates|proposal|proposals|quote|quotes|quotation|quotations|estimate|schedule|timetable|itinerary|itineraries|"
        "instructions|guide|copy|copies|draft|drafts|version|file|files|PDF|document|documents|documentation|paperwork|agreement|agreements|DPA|NDA|"
        "spec|specs|specification|specifications|post-mortem|postmortem|receipt|receipts|manual|manuals|template|templates|menu|menus|list|lists|"
        "screenshot|screenshots|photo|picture|diploma|transcript|summary|the_minutes|meeting_minutes|plan|plans|budget|spreadsheet|slides|presentation|photos|pictures|drawings|changes|edits|"
        "analysis|brochure|catalogue|catalog|policy|terms|attachment|attachments|scan|scans|boarding_pass|boarding_passes|"
        "ticket_by_email|e-ticket|e-tickets|warranty|CV|logs|export|data|checklist|questionnaire|outline|paper|article|section|paperwork|"
        "payslip|payslips|assessment|assessments|lease|deed|deeds|tenancy|slip|bill|breakdown|renewal|offer_letter|visa|registration|prescription|worksheet|map|floor_plan|mock-up|mockup|artwork|offer|notes|footage|video|recording|images|script|proofs|proof|deck|"
        "application|roadmap|guidelines|materials|resources|guidance|tutorial|handbook|syllabus|transcripts|deck|certificate, written response|reply|answer|confirmation|explanation, step-by-step .. guide"
    ),
    "issue": "this|that|it, the|your issue|problem|fault|matter|error|bug|outage|leak|concern|complaint|service|power|connection|access|account|line|internet",
    "goods": (
        "parcel|parcels|package|packages|order|orders|box|boxes|item|items|goods|luggage|bag|bags|baggage|suitcase|shipment|delivery|deliveries|"
        "pallet|pallets|case|cases|crown|meal|food|keys|key|pizza|stock|unit|units|part|parts|product|products|kit|pack|book|books|container|crate|crates|cargo|consignment|batch|copies_of_the_book|sofa|chair|table|lens|router|card|shoes|jersey|lamp|machine|bike|laptop|phone|handset|watch|camera|drone|coat|dress|jacket|shirt|suit|ring|necklace|glasses|tyre|tyres|wheel|car|van|printer|monitor|"
        "keyboard|TV|fridge|mattress|curtains|frame|blouse|trousers|piano|guitar|tablet|headphones|speaker|blade|pump|filter|cable|charger|battery|adapter|sample|samples|flowers|bouquet|cake|bottle|bottles|crate|ticket|tickets|tent|poles"
    ),
    "money": "fee|fees|overcharge|charge|charges|payment|amount|money|deposit|fare|price|postage|sum|balance|funds|cost|costs|difference|toll|premium|surcharge",
    "pocket": "card, account, bank, PayPal, (original) payment method|card, form of payment, wallet, estate, bank account, credit|debit card",
    "trade": (
        "engineer|engineers|technician|technicians|tech|plumber|electrician|fitter|driver|surveyor|inspector|installer|mechanic|adjuster|crew|"
        "specialist|locksmith|cleaner|courier|nurse|carer|handyman|gardener|lads|men|roofers|painters|builders|movers|fitters|decorators|plasterer|carpenter|glazier"
    ),
    "date": (
        "visit|appointment|meeting|screen-share|screenshare|demo|walk-through|walkthrough|pick-up|pickup|collection|conference_call|training|session|"
        "inspection|viewing|survey|consultation|site_visit|stand-up|workshop|interview|Zoom|video_call|installation|slot|fitting"
    ),
    "news": (
        "update|updates|news|answer|answers|reply|response|decision|word|status|information|info|details|outcome|result|explanation|clarity|"
        "clarification|ETA|timeline|a_date|a_time|confirmation_of|solution|resolution|price|quote_for"
    ),
    "mail": "e-mail|email|emails|e-mails|text|SMS|message|DM|note|notification|reminder|invite|invitation|confirmation|link|password|code|credentials|login|log-in|tracking, text message",
    "praise": "thanks|thank-you|compliment|compliments|kudos|kind_words|feedback|comment|comments|regards|praise|appreciation|props|love|shout-out|shoutout|recognition|suggestion|suggestions|concern|concerns|thoughts|complaint|high-five|hugs|pat_on_the_back|credit_they|credit_she|credit_he",
    "give": (
        "send|sending|sent|forward|provide|mail|mailed|mailing|post|posted|publish|published|share|sharing|get|getting|give|have|issue|issued|prepare|"
        "produce|draft|receive|receiving|expect|attach|fax|upload|supply|write|drop|finish|deliver|courier|couriered|reprint|print|pop|email|emailing|"
        "e-mail|bring|e-file|put|putting|draw_up|drawing_up|put_together|putting_together|compile|compiling|type_up|write_up|circulate|return|complete|revise|update|hear_back_with"
    ),
    "sent": (
        "here|sent|emailed|e-mailed|mailed|posted|published|couriered|ready|available|attached|uploaded|issued|shared|provided|reprinted|delivered|faxed|"
        "forwarded|there|circulated|finished|complete|completed, in your|the, with you, on its way, out"
    ),
}

END = (
    ("callback", ("call|ring|phone|telephone you|back", "give you a (quick) call|ring|bell|buzz|shout")),
    ("email", ("e-mail|email|text|message|DM you", "write to|back")),
    (
        "update",
        (
            "get (right) back", "come back to", "circle back", "report back", "revert", "let <you> know", "follow up|-up", "keep <you> posted|updated|informed|in",
            "update|inform|advise|tell|notify <you>", "get|be in touch", "reply|respond", "contact you", "reach out", "share .. with you", "touch base",
        ),
    ),
)  # fmt: skip

KINDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("visit", "said", ("call|calling at the|your house|home|address|office|flat|shop|property", "call|calling round|by")),
    ("investigate", "said", ("get to the bottom",)),
    ("fix", "said", ("have|get|having|getting .. working|running|cleared|unstuck", "stop|stopping the", "be up|live|online again|in|by", "get|have|getting .. changed|corrected|amended|unlocked|unblocked !and_send|<papers>")),
    ("shipment", "said", ("handed|given|passed over|to the|our|a carrier|courier|driver|post_office|DHL|UPS",)),
    ("credit", "said", ("send|sending|get|receive|have|give|issue|email .. voucher|vouchers|gift_card|gift_cards|coupon|coupons|discount_code|promo_code|credit_note",)),
    ("credit", "verb", ("waive|waiving|waived", "write|writing off your|the|this|that|any")),
    ("email", "said", ("by|via text|SMS|text_message|WhatsApp", "drop <you> a line")),
    ("callback", "said", (
        "call|calling|ring|ringing|phone|phoning|telephone you|back !out", "call|ring|phone your mobile|phone|cell|number|landline|office",
        "give|giving|get|have|receive|expect|schedule|arrange|book|set_up .. call|ring|bell|buzz|tinkle|shout_on|call-back|callback|phone_call",
        "call|phone|ring to talk|discuss|explain|go|arrange|walk|book|agree", "try|trying your|you .. mobile|phone|number|cell|again_at", "ring|call|phone through|the_office|the_shop", "be called|phoned|telephoned", "a phone call", "on your mobile|phone|cell|landline", "voice-mail|voicemail",
        "contact|reach you at|on +~|0~|1~|your_number|the_number|your_mobile|your_phone", "contact|touch|reach|back|reply|speak|respond .. by|over|on|via (the) phone|telephone",
    )),
    ("visit", "said", ("conference call|meeting", "on ..  calendar")),
    ("escalate", "said", (
        "pass|passing|passed|relay|relaying|relayed|convey|hand|handing|handed .. on|along|over|up|to_the|to_our|to_my|to_a !you|the_carrier",
        "share|sharing|shared .. with <internal> !you",
        "share|sharing|shared|forward|forwarding|forwarded|send|sending|sent|get|getting|direct|route|routed|refer|referred|submit|submitted|bring|bringing|"
        "brought|take|taking|communicate|report|reported|put|present|escalate .. to|before|in_front_of|up_with|over_to <internal> !you",
        "send|sending .. their|her|his|the_team's way", "be|make|making sure|certain .. hears|hear|sees|see|knows|know|aware|gets|get|reaches|seen|heard|noted|recognized|recognised|shared|passed|informed|addressed !you",
        "ensure|see .. hears|sees|seen|heard|noted|knows|aware|gets_to|reaches|recognized|recognised|shared|passed|informed|addressed",
    )),
    ("shipment", "said", ("forward|forwarding|send|sending the|your|his|her <goods>",)),
    ("shipment", "it", ("dropped|left off|at|with|by",)),
    ("escalate", "said", (
        "make|making .. aware of|about !you_aware", "bring|bringing|call|calling .. to their|his|her|the|our|my attention|notice",
        "send|sending|pass|passing|get|getting|give|giving|share|sharing|relay|offer|put !you|u .. <praise> !to_you|for_you", "put in a good|kind word", "have a word with", "pass|spread the|that word", "let !<you> .. know !when|if_you", "get (all) the word out",
        "send|sending|get this|that|these|it|those over|along|on to !you|your", "tell|thank|remind|coach|commend|praise them|him|her|the|our|everyone|all|your", "have (the|our|my) .. leadership|management|manager|supervisor|leaders|crew|team look|review|address|read|see|hear !up_with_you",
    )),
    ("document", "who+be", ("<papers>",)),
    ("callback", "verb", ("call|calling|ring|ringing|phone|phoning at|on|by|before|after|between|tomorrow|today|tonight|this|first|again|within|shortly|soon|monday|tuesday|wednesday|thursday|friday !site",)),
    ("escalate", "verb", (
        "pass|passing|relay|relaying|escalat~|excalat~|raise|raising|flag|flagging|assign|chase|chasing|document|record|log|highlight|nudge", "note (down) !that",
        "make|take (a) note|notes (of)", "report|share|forward this|that|it|these|those|your|the_feedback|all !with_you", "file|open|log|raise|create|submit a|the|your .. case|ticket|complaint|report|claim|request",
        "let|inform|notify|alert|advise|tell|remind|ask|thank|coach|recogni~|commend <internal>", "feed|feeding .. back", "hand|handing|pass|give this|that|it|your .. to !you", "let|inform|notify|alert|tell|ask|remind|thank him|her|them|everyone|Tom",
        "speak|speaking|talk|talking to|with !you", "discuss|discussing|discussed|address|addressing|addressed .. with|by <internal>|leadership", "address|addressing|addressed this|it|that internally|with", "get this|it|that|these|those documented|noted|logged|recorded|reported|shared|passed|escalated|raised|to_the|to_our|in_front", "bring|get this|that|it|these|your .. to|up !you|the_airport|your|the_gate|where",
        "assigned|escalated|raised|reported|passed|shared|forwarded|noted|documented|logged|flagged|recorded !you", "pick|picking this|your .. up !from_you", "take|taking this|it|your .. over !from_you",
        "send|pass|push|move|take|run|bump|kick it|this|that up|to_the", "give him|her|them a|the|their|some", "contact|contacting|notify|alert|reach_out_to|check_in_with|liaise_with <internal> !you", "get|have|send maintenance|catering|cleaners|operations|ops|security|dispatch", "get|have someone|somebody|a|our|the .. team|crew|someone|staff on|onto|working|to_look|to_check|to_address|to_clean|to_fix !you|the_phone|to_you", "mention|mentioning .. to|with !you", "let|tell 'em|em", "add|adding|put|putting|submit|submitting|register|enter|include (in) .. note|notes|suggestion|vote|feedback|voice|remark", "get|have|getting|having this|that|it|these|those|your .. addressed|filed|registered|on_record|on_file|seen_by|read_by", "appeal|apply|request|seek .. on your behalf",
    )),
    ("email", "said", ("notify|inform|update|let_you_know|advise|tell|reply|respond|contact|touch|back|follow_up|confirm|hear .. by|via|in|through (an|a) e-mail|email|text|DM|message|private",)),
    ("document", "said", ("answer|reply|response|confirmation|decision|explanation|it in writing", "written response|reply|answer|confirmation|explanation|report|statement",)),
    ("update", "verb", (
        "let|letting <you> know|have", "be the first to know", "give <you> the latest", "keep|keeping <you> posted|updated|informed|in_the_picture|in_the_loop|abreast|advised|up_to_date|up-to-date", "get|getting|come|coming|circle|report|check (right) back (to|with|in)", "back to|with|in you|touch|contact",
        "in touch|contact", "in touch|contact", "follow|following up", "reach|reaching out", "revert", "touch base", "hear|hearing (back) from|more|about|back|either|by|within|on|tomorrow|today|soon|shortly|something|again|before", "shout|holler", "know by|on|tomorrow|today|soon|more|within|before|this|next", "get|give back !you_the|your",
        "contact|contacting|contacted|update_you|updating_you|updated|inform|informed|notify|notified|advise|advised|tell|confirm|confirmed|reply|respond|answer|indicate|announce|announced|communicate|communicated|decided|made_aware",
        "keep|keeping this .. updated", "post|posting progress", "post|posting (an|the|any|all|our|regular) update|updates|status|news|here", "post|posting in|on #~", "post|posting .. in|on the|our channel|group|forum|page|thread|status", "ping|nudge|tag|alert you", "drop|send you a line|ping|shout", "give|send|provide|get|bring|have|share|offer you|the_reader|a|an|some|more|any|the|our|further|your (a|an|the|some|more|any|our|further) .. <news>",
        "see|receive|hear|expect (a|an|the|some|our) .. <news>", "have|get results", "have|share|know|provide|get|give|learn|tell_you|send_you (you) more|further|the_latest|additional (info|information|details|news|to_share|to_tell|specifics)", "talk|speak (again) soon|more|later|then|tomorrow|on", "know more|by|soon|shortly", "catch up|you",
    )),
    ("escalate", "them", ("told|informed|notified|made_aware|thanked|reminded",)),
    ("escalate", "verb", ("tell|inform|notify (about) !<you>",)),
    ("email", "verb", ("email|e-mail|text|message|DM you|back|again", "mail|mailing you when|once|as|right|after|tomorrow|today|tonight|the_moment|the_minute|the_second|if|by", "xx !your|our|another|some", "forward|forwarding you !the|a|an|your|our", "emailing|e-mailing|texting|messaging you", "write|writing|writes to|back|again", "write|writing you")),
    ("email", "said", ("confirmation|welcome email|e-mail|text|message|link|code", "<give> a|an|another|the (quick) text|email|e-mail|message|note|SMS")),
    ("document", "said", ("<give> .. <papers>", "<give> .. corrected|revised|amended|countersigned|scanned !one|item|part|size|lamp|bag|box|product|goods|order")),
    ("credit", "who+be", ("voucher|vouchers|coupon|coupons|discount|promo|gift|credit|points|miles",)),
    ("email", "who+be", ("e-mail|email|text|SMS|message|confirmation|notification|reminder|login|log-in|password|link|code|details|invite|invitation",)),
    ("email", "said", ("send|sending|resend|resending|re-send|drop|dropping|shoot|get|receive|expect|have|be|see .. <mail>", "emailed|e-mailed|texted|messaged")),
    ("refund", "who+be", ("money|funds|refund|bank_transfer|transfer|reimbursement",)),
    ("credit", "said", ("add|adding|put|putting|apply .. to|on|onto|in your account|balance|wallet|bill", "be free", "be on us", "be on the house", "1~|2~|3~|4~|5~|6~|7~|8~|9~ code|voucher|reduction")),
    ("refund", "all", ("credit|credited|crediting .. credit|debit card", "<money> .. returned|released|reversed|repaid|given_back|paid_back|paid_out|taken_off|lifted|sent_back|back|drop|dropped|dropping", "back to|on|onto|in|into your|the (original|same|credit|debit) <pocket>")),
    ("credit", "all", ("put|putting|add|adding|apply|applying £~|$~|€~ .. account|balance|bill", "top|topped|topping .. up", "knock|take|taking|knocking .. off")),
    ("refund", "all", (
        "refund~", "transfer|pay|paying|wire|send £~|$~|€~|the_money|the_sum|the_amount .. to|into|onto|back you|your", "reimburs~", "money back", "charge-back|chargeback", "pay|paying|paid .. back", "reverse|reversed|reversing|reversal .. charge|charges|payment|transaction",
        "pick|picking up the cost|costs|bill|tab", "cover|covering|covered|settle|settling (for) the|your|all|any .. difference|cost|costs|bill|taxi|hotel|expenses|expense|fare|taxis", "pay|paying (for) your|the .. taxi|hotel|bill|cost|costs|expenses",
    )),
    ("credit", "all", (
        "credit|credits|credited|crediting !card", "voucher|vouchers", "gift card|cards", "points|miles|mileage", "goodwill", "discount|discounts|discounted", "coupon|coupons", "promo|promotional (code)",
        "compensat~", "e-cert~", "bonus", "complimentary", "rebate", "1~|2~|3~|4~|5~|6~|7~|8~|9~ off", "percent off", "loyalty", "free month|months|year|drink|night",
    )),
    ("refund", "all", ("in|on|to|into|onto|with your|the|his|her (original|same) <pocket>", "money|funds|amount|payment|balance|deposit .. returned|paid|released|back|repaid", "overpayment", "£~|$~|€~ .. back|returned|refunded", "get|have|receive .. money .. back")),
    ("replacement", "all", (
        "replac~", "fresh one|set|copy|batch", "re-print~|reprint~|re-make~", "a|an|another new", "send|sending|post|get|ship .. the missing|forgotten", "redo|redone|redoing|remake|remade", "exchang~", "swap|swapping|swapped|swaps !you_to", "re-issu~|reissu~|re-send~|resend~|re-order~", "new|another one|unit|card|device|phone|item|set|pair|copy|part|lamp|bag|bottle|box|order|pack", "correct|right one|item|size|part|lamp|product|model|book|pair|version|parts|items", "substitut~",
    )),
    ("shipment", "it", ("be at|on your door|doorstep|desk|home|house|office|hotel",)),
    ("visit", "who+come", ("doctor|dentist|vet|plumber|electrician|builder|tuner|midwife|physio|estimator", "<trade>", "she|he|they|I|we|someone|somebody|agent|agents|colleague|colleagues|team|manager|member")),
    ("visit", "said", (
        "do|doing|hold|run|join|joining .. <date>", "send|sending|dispatch|get|getting|have|book|booking|arranged|booked|scheduled|arrange|arranging|schedule|scheduling|organise|organize|set|put .. <trade>|<date>|someone_out|someone_round|somebody",
        "pick|picking|picked it|this|that|them|you|the|your .. up", "pick|picked|picking up", "collect|collecting|be_collected it|this|that|them|the|your", "be collected", "meet|meeting you|with|at", "join you|us|him !the",
        "see you", "show you round|around", "expect him|her|them|us|me", "for|have|over|grab lunch|dinner|coffee|breakfast", "come|coming|call|drop|pop|stop|swing out|over|round|around|by|in|to_your|to_you|to_see !to_a", "be round|around|over !the", "have|get|send .. agent|someone|somebody|representative|rep|crew|team|member there|out|to_meet|meet|meeting|waiting|come|at_the|at_your|over|standing_by", "visit|visiting you|your", "on site", "attend", "at your door|house|home|office|place|gate",
    )),
    ("investigate", "verb", (
        "look|looking into|at|over|further|closely|more|for", "investigat~", "review~", "check|checking|checked", "examin~", "identify~|determine|diagnos~|pinpoint|gather|explore|understand|clarify", "proceed|continue with .. investigation|analysis|review|search", "find|figure out", "dig|digging", "trace|tracing|traced", "research~", "audit~", "inspect~", "analyse|analyze|analysing|analyzing",
        "see what|if|whether|why|how", "take|taking|have|having a|another (closer|quick|good|careful|further|proper) look|listen", "looked into|at", "have|get|having it|this|that|the|them|those|your .. checked|looked_at|looked_into|inspected|tested|reviewed|investigated|examined", "see to it that .. looked|checked|reviewed", "get to the bottom", "test|testing|monitor|monitoring", "try to find|locate|trace|reproduce|replicate|see|understand", "locate|locating|search|searching", "evaluat~|assess~|verif~|double-check~|scrutini~|delve|inquire|enquire|probe|study|studying",
        "conduct~|run|running|carry_out|carrying_out|do|doing|perform|performing|consider|initiate|undertake|launch|complete .. inspection|survey|assessment|check|checks|investigation|review|test|tests|diagnostic|diagnostics|scan|search|analysis|audit", "reproduce|replicate", "ask the|our|my|around", "consult", "go|going through|over", "start|open|begin|launch .. investigation|trace|inquiry|enquiry|review",
    )),
    ("fix", "who", ("release|version|build|patch|fix|hotfix|upgrade",)),
    ("shipment", "it", ("arrive|arrives|arriving", "go|goes|going|be out|off", "be with you|us", "be there|here", "leave|leaves|land|come|follow|follows|reach")),
    ("shipment", "all", (
        "ship|ships|shipped|shipping|shipment", "dispatch~|despatch~", "deliver~|re-deliver~|redeliver~", "courier~", "in the|tonight's|today's|tomorrow's post|mail", "post|posting|posted|mail|mailing it|them|out|your|the|this|that", "be|get posted|mailed",
        "overnight|overnighting|overnighted it|them|the|your|a", "parcel|parcels|package|packages", "luggage|baggage|bag|bags|suitcase|suitcases|belongings", "back to|with you", "to your door|home|address|house|hotel", "on its|their way",
        "drop|dropping the|your .. round|off|over|at|by", "drop|dropping|bring|leave|leaving it|them|this|that at|with|to|off|round", "get|getting|bring|bringing|have it|them|this|that|those|your .. (back) to you|your_hotel|your_home|your_house|your_door|the_hotel", "have it|them|this !ready|done|fixed|sorted|back_up|looked|checked|working|resolved", "send|sending|sent it|them|the|your|out|over|you|a|an|another|some", "reunit~", "delivery date|day|time", "tracked", "in the warehouse",
    )),
    ("fix", "all", (
        "fix~", "repair~", "mend~", "restor~", "resol~", "solv~", "sort|sorting this|that|it|everything|things|your|the_issue|the_problem|you", "sorted", "patch~", "work-around|workaround", "work|works|working again|properly|normally", "back up|online|to_normal|on_track|in_service|working|on", "reinstat~", "unlock~", "re-activat~|reactivat~", "re-connect~|reconnect~", "rectif~", "remed~",
        "seal~|plug|plugged|unclog~|unblock~", "iron|ironing|ironed .. out", "put|make|set this|it|things|that right", "take|taking|taken care of", "hot-fix~|hotfix~", "rolled|roll|rolling back|out", "correct|correcting|corrected|amend|amended !one", "get|getting it|this|that|the|your|everything .. changed|fixed|working|sorted|corrected|running", "get|getting <issue> .. done|working|right|corrected|addressed|sorted|over", "clear|clearing this|it|that up", "address|tackle <issue>", "handle this|it|that|the_issue|the_problem !account|case|order|booking|claim|personally", "be on|off|warm|cold|clean|safe|usable|accessible|normal again", "up and running", "troubleshoot~", "deploy~", "reset|resetting",
        "reach everyone|everybody|all_users|production", "dealt with",
    )),
    ("email", "said", ("by|via email|e-mail|text|SMS|DM", "email|e-mail")),
    ("visit", "who", ("appointment", "visit")),
    ("fix", "who", ("release|version|build|patch|fix|hotfix|upgrade",)),
    ("refund", "all", ("money|payment|paid|pay",)),
    ("escalate", "all", ("assign~", "escalat~", "feedback", "complaint", "suggestion|suggestions", "concern|concerns", "comments", "compliment|compliments|kudos", "kind words", "shout-out|shoutout")),
    ("update", "all", ("an|the|any|further|another|status|more|regular|daily|weekly update|updates", "news|answer|reply|response", "be in touch", "reach out", "let <you> know")),
    ("update", "all", ("next update|report|status", "update|updates every|at|by|on",)),
    ("update", "who", ("update|updates|reply|answer|response|outcome",)),
    ("shipment", "who", ("DPD|DHL|UPS|FedEx|USPS|Hermes|Evri|courier|carrier|postman|postwoman", "<goods>")),
    ("shipment", "all", ("new|real|revised|actual|expected|estimated|correct date|ETA|day|time",)),
)  # fmt: skip

# With "be" or "get" behind them the papers are what is sent; with these behind them people come.
PAPERS = ("<papers>",)
GOODS = ("<goods>",)
BE_SENT = (
    "be|get|is|are|gets|shall_be|goes|go|reach|arrive|follow|come|land .. <sent>",
    "reach|follow|arrive|go",
    "(is|are) (now) planned|scheduled|booked|due|set|on_track|expected|follow|follows",
)
COME = (
    "(is|are) booked|scheduled|due|planned|expected|on_his_way|on_her_way|on_their_way|on_the_way",
    "be back monday|tuesday|wednesday|thursday|friday|saturday|tomorrow|on|at|in|later|this|to_finish",
    "com~", "visit~", "attend~", "call round|in|by", "drop|stop|swing|pop by|in|round|over", "be with you|back", "be there|on_site|round|out|at_your|over", "arriv~", "meet|meeting|greet", "join you", "see you",
    "get to you|there", "assist you at|upon|on|when", "wait|waiting for you", "install|fit|look at your", "pick you|it|them", "collect",
)  # fmt: skip
WRONG_GOODS = (
    "wrong|incorrect|damaged|broken|smashed|cracked|faulty|defective|torn|leaking|expired|mould|moldy|mouldy|mold", "missing item|part|piece|from|parts|pieces", "replacement", "mix-up|mixup", "packing error",
    "correct one|item|size|lamp|part|order|product", "dead on arrival", "not what I ordered",
)  # fmt: skip
SENDS_GOODS = (
    "(be) send|sending|sent|ship|ships|shipped|shipping|dispatch~|post|posted|mail|mailed|overnight~|pop|get|goes|leaves",
    "go|going out",
    "be with you",
)

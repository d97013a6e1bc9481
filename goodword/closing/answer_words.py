"""The words of customers' answers to a check, per language. Data only; answers.py says how it is used.

A new language is a new entry of LANGUAGES, and letters in which somebody has tried it (tests/closing/answers.jsonl).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AnswerWords:
    """One language. `safe` holds words that change nothing about "it is solved"; all else are expressions.

    `things` are what matters are about: they too, but only in a clause that says "solved" or thanks. `solved` say that it is (they may stand among safe words), `nothing` that nothing is left (they stand alone in their
    clause), `praise` is as good as solved together with thanks. `more` and `new` are looked for in the whole text.
    """

    safe: str
    things: str
    solved: tuple[str, ...]
    nothing: tuple[str, ...]
    praise: str
    thanks: str
    hello: str
    goodbye: str
    yes: str
    no: str
    more: tuple[str, ...]
    new: tuple[str, ...]
    asks: str
    sign_off: str
    solved_question: str
    else_question: str


ENGLISH = AnswerWords(
    safe=(
        "i we it that this these the a an my our your you me us they he she is are am were has have had been be being got get did do does its it's that's i'm "
        "we're i've we've for of to with in on at by from and so now today yesterday morning afternoon evening tonight monday tuesday wednesday thursday friday "
        "saturday sunday week already all everything everyone very really much quite absolutely completely fully totally perfectly indeed well too as expected "
        "promised described finally straight away help helping helped support service quick quickly fast speedy prompt swift response reply patience time "
        "effort efforts trouble care team everybody great good nice lovely excellent perfect fantastic brilliant awesome amazing wonderful super happy pleased "
        "satisfied delighted glad ok okay fine cool right correct safely safe issue problem matter case ticket request question side end kind kindly wishes day "
        "weekend rest both two here there back close closed following up checking check solution solutions cooperation collaboration handling explanation "
        "advice update fix cause solving fixing sorting resolving repairing handled assistance guidance understanding kindness professionalism through wishing "
        "runs run appreciate appreciated reaching out writing yes yep yeah sure thing arrived came received again best regards customer"
    ),
    things=(
        "asking question refund refunds money payment amount parcel package delivery order item items replacement invoice document documents label voucher credit card letter "
        "account machine device router line internet app website login password shoes table chair lamp part parts box boxes bike car phone laptop battery "
        "heating boiler bill email mail message call key keys screen printer sound connection job work"
    ),
    solved=(
        r"(?:all|everything(?:\s+is|['’]?s)?|it(?:\s+is|['’]?s)|that(?:\s+is|['’]?s)|this\s+is|(?:the|my|our)\s+[\w-]+\s+(?:is|are|has\s+been|have\s+been|was))\s+(?:now\s+|all\s+|finally\s+|completely\s+|fully\s+|totally\s+|perfectly\s+|been\s+|back\s+)*(?:sorted|solved|resolved|fixed|settled|repaired|in\s+order|as\s+it\s+should\s+be|taken\s+care\s+of|cleared\s+up|up\s+and\s+running|working|dealt\s+with|done\s+and\s+dusted)",
        r"(?:all|everything(?:\s+is|['’]?s)|everything\s+(?:looks|works\s+out)|it['’]?s\s+all|that['’]?s\s+all)\s+(?:now\s+|just\s+)?(?:good|fine|ok|okay|perfect|great|well|done|clear|set)(?!\s+(?:that|things))",
        r"(?:is|are|it['’]s|that['’]s|looks|all)\s+(?:perfectly\s+)?(?:fine|good|ok|okay|perfect|great|correct|right|well)\s+(?:now|again)|\ball\s+is\s+(?:well|good|fine|ok|okay|in\s+order|sorted|perfect)|\bis\s+now\s+(?:correct|right|fine|ok|okay)|\bgood\s+as\s+new|\beverything\s+is\s+(?:all\s+)?(?:there|in\s+place|correct)|\bruns?\s+(?:smoothly|fine|perfectly|well|again)|\bfits?\s+(?:perfectly|well|great)|\bin\s+perfect\s+(?:order|condition)",
        r"(?:completely\s+|fully\s+|all\s+|now\s+|finally\s+)*\b(?:solved|resolved|sorted(?:\s+out)?|fixed)\b(?:\s+(?:it|that|this|everything|the\s+(?:problem|issue|matter)|my\s+(?:problem|issue)))?",
        r"\bworks?\s+(?:now|again|fine|perfectly|great|well|like\s+a\s+charm|as\s+(?:expected|it\s+should|described))\b|\bworking\s+(?:now|again|fine|perfectly|well|great)\b|\b(?:it|everything|that|this)\s+(?:now\s+|all\s+)?works\b|^works$",
        r"\b(?:that|this|it)\s+did\s+(?:it|the\s+trick|solve|fix|help)\b|\bit\s+did\b|\bdid\s+the\s+trick\b|\b(?:problem|issue|case|matter|ticket)\s+(?:is\s+)?(?:solved|resolved|closed|fixed)\b",
        r"\b(?:i\s+am|i['’]m|we\s+are|we['’]re)\s+(?:all\s+|now\s+|very\s+|completely\s+|really\s+|perfectly\s+|more\s+than\s+)*(?:good|set|sorted|happy|satisfied|pleased|content)\b|\ball\s+set\b",
        r"\b(?:you\s+(?:can|may)|please(?:\s+go\s+ahead\s+and)?|feel\s+free\s+to|happy\s+(?:for\s+you\s+)?to)\s+close\s+(?:it|this|the|my)\b(?:\s+(?:case|ticket|request|matter|one|now))?",
        r"\b(?:(?:have|has|['’]ve|just|now|safely)\s+)*(?:received|arrived|came|got\s+here|turned\s+up)\s+(?:safely|yesterday|today|this\s+morning|on\s+time|as\s+promised|in\s+one\s+piece|in\s+perfect\s+condition|everything|it|both|the|my|safe\s+and\s+sound|here)\b|\b(?:refund|money|parcel|package|replacement|order|invoice|it|everything|document|card|letter|label|credit)\s+(?:has\s+|have\s+|is\s+|just\s+|now\s+|finally\s+|all\s+)*(?:arrived|here|come\s+through|in\s+my\s+account|on\s+my\s+(?:account|card)|received|came(?:\s+through)?)\b",
    ),
    nothing=(
        r"(?:no\s*,?\s*)?(?:(?:there\s+is|there['’]s|i\s+have|i['’]ve|we\s+have|i\s+need|we\s+need|i['’]ve\s+got|got)\s+)?(?:absolutely\s+)?nothing\s+(?:more|else|further|left|missing|to\s+add|outstanding|open)(?:\s+(?:to\s+(?:add|do|report|ask|say)|needed|required|is\s+needed|is\s+missing|missing|open|left|from\s+(?:me|us|my\s+side|our\s+side|this\s+end)|on\s+(?:my|our)\s+(?:side|end)|for\s+(?:me|us)|at\s+all|that\s+i\s+need|i\s+need|we\s+need|thanks|thank\s+you))*",
        r"(?:i\s+have|we\s+have|there\s+are|got)?\s*no\s+(?:more|further|other|additional)\s+(?:questions?|issues?|problems?|concerns?|requests?|complaints?|needs?|help\s+needed)(?:\s+(?:from\s+(?:me|us|my\s+side)|at\s+all|on\s+(?:my|our)\s+(?:side|end)|thanks))*",
        r"(?:i\s+think\s+not|no\s*,?\s*)?\s*(?:that['’]?s|that\s+is|that\s+was|that\s+will\s+be|that['’]ll\s+be)\s+(?:all|everything|it)(?:\s+(?:from\s+(?:me|us|my\s+side)|i\s+need(?:ed)?|we\s+need(?:ed)?|thanks|for\s+me))*",
        r"(?:i\s+|we\s+)?(?:don['’]?t|do\s+not)\s+need\s+anything\s+(?:else|more|further)(?:\s+(?:from\s+you|at\s+all))?|no\s+(?:further|more)\s+(?:action|help|steps?)\s+(?:is\s+|are\s+)?(?:needed|required|necessary)|nothing\s+more|nothing\s+else|not\s+anything\s+else",
    ),
    praise=r"(?:absolutely\s+|simply\s+|just\s+)?(?:perfect|excellent|brilliant|wonderful|fantastic|couldn['’]?t\s+be\s+(?:better|happier))",
    thanks=r"(?:many\s+|a\s+thousand\s+|big\s+)?(?:thanks|thank\s+you|thx|ty|thank\s+u|cheers|much\s+appreciated|appreciate\s+it|much\s+obliged)(?:\s+(?:so\s+much|very\s+much|a\s+lot|a\s+million|again|all|everyone|both|team|guys))*",
    hello=r"(?:hi|hello|hey|dear|good\s+(?:morning|afternoon|evening|day))(?:\s+(?:there|all|team|again|everyone|both))*",
    goodbye=r"(?:(?:wishing\s+you|i\s+wish\s+you|have)\s+a\s+(?:great|good|nice|lovely|wonderful)\s+(?:day|weekend|week|evening|one)|take\s+care|all\s+the\s+best|bye|see\s+you|keep\s+up\s+the\s+good\s+work|you['’]?re\s+(?:the\s+best|great|a\s+star|stars|welcome)|(?:great|good|nice|excellent|top)\s+(?:job|work|service|support)|no\s+worries|no\s+problem(?:\s+at\s+all)?|my\s+pleasure)",
    yes=r"(?:yes|yep|yeah|yup|yes\s+indeed|absolutely|definitely|certainly|it\s+(?:did|does|has|is|was)|indeed|of\s+course|affirmative|correct|100\s*%)",
    no=r"(?:no|nothing|nope|nah|not\s+at\s+all|no\s+no|no\s+it\s+(?:did|does|is|has)(?:n['’]?t|\s+not))",
    more=(
        r"\b(?:still|yet|again)\b(?!\s+(?:thanks|thank|thx))(?<!works again)(?<!working again)(?<!fine again)(?<!ok again)(?<!thanks again)(?<!thank you again)(?<!hello again)(?<!hi again)",
        r"\b(?:not|never|isn['’]?t|wasn['’]?t|aren['’]?t|doesn['’]?t|didn['’]?t|don['’]?t|hasn['’]?t|haven['’]?t|can['’]?t|cannot|couldn['’]?t|won['’]?t|wouldn['’]?t)\b(?!\s+(?:at\s+all\s*,?\s*thank|need\s+anything|anything\s+else|be\s+(?:happier|better)))",
        r"\b(?:broken|broke|damaged|faulty|wrong|missing|waiting|nothing\s+(?:has\s+)?(?:works|happened|arrived|changed|came)|worse|fails?|failed|failing|error|crash(?:es|ed)?|leak(?:s|ing)?|stopped|unacceptable|disappointed|useless|ridiculous|joke|refuse|incomplete|half|partly|partially|except)\b(?<!nothing missing)",
    ),
    new=(
        r"\b(?:another|different|separate|new|other|second|additional)\s+(?:\w+\s+)?(?:question|issue|problem|matter|thing|request|order|topic|complaint|case|query|invoice)\b",
        r"\b(?:by\s+the\s+way|btw|one\s+more\s+thing|while\s+(?:i\s+have\s+you|you['’]?re\s+at\s+it|we['’]?re\s+at\s+it)|unrelated|on\s+another\s+note|also\s+(?:i|can|could|my|the|we|would|is|do)|could\s+you\s+also|can\s+you\s+also|i['’]?d\s+also|something\s+else|i\s+(?:also|just)\s+(?:noticed|wanted|want|need|would)|i\s+have\s+(?:a|one)\s+(?:question|more))\b",
    ),
    asks=r"\b(?:when|where|why|how\s+(?:do|can|long|much|many|come)|what|which|who|can\s+(?:you|i|we)|could\s+(?:you|i|we)|would\s+you|will\s+(?:you|it|i)|is\s+(?:it|there|that)|do\s+(?:i|you|we)|should\s+i|am\s+i|please\s+(?:send|call|tell|explain|let))\b",
    sign_off=r"(?:best|kind|warm|many)?\s*(?:regards|wishes)|best|all\s+the\s+best|yours(?:\s+\w+)?|sincerely(?:\s+yours)?|cheers|love|cordially|sent\s+from\s+my\b.*|get\s+outlook\b.*|sent\s+via\b.*",
    solved_question=r"\b(?:solv|resolv|fix|work|sort|happy|satisf|arriv|receiv|reach|ok\b|okay|fine|right|help|in\s+order|all\s+(?:well|good))",
    else_question=r"\b(?:anything|something|is\s+there\s+(?:more|still)|what)\s+(?:else|more|further|missing|left|open|wrong|is\s+missing|still|we\s+(?:can|should)|i\s+can)\b|\banything\b.*\b(?:missing|do\s+for|need|open)\b|\bdo\s+you\s+(?:still\s+)?need\b",
)

GERMAN = AnswerWords(
    safe=(
        "ich wir es das dies diese dieser dieses der die den dem des ein eine einen einem einer mein meine meinen meiner unser unsere ihr ihre ihren ihrer "
        "ihrem dein deine sie du euch ihnen mir mich uns er ist sind war waren wurde wurden worden hat habe haben hatte hatten bin sein gewesen von für mit zu "
        "zum zur in im an am bei auf aus um und so nun jetzt heute gestern vorgestern morgen früh nachmittag abend montag dienstag mittwoch donnerstag freitag "
        "samstag sonntag woche gerade eben schon bereits alles alle sehr wirklich ganz absolut komplett vollständig völlig bestens gut super toll prima klasse "
        "perfekt wunderbar hervorragend ausgezeichnet einwandfrei tadellos problemlos reibungslos top spitze großartig spitzenmäßig endlich sofort gleich "
        "wieder da hier angekommen eingetroffen erhalten bekommen gekommen geklappt funktioniert läuft geht passt stimmt erledigt gelöst geklärt behoben "
        "repariert zufrieden glücklich froh dank danke hilfe unterstützung mühe mühen geduld antwort rückmeldung nachfrage nachfragen bearbeitung service "
        "kundenservice kundendienst team erledigung betreuung lösung beratung abwicklung kulanz freundlichkeit bemühungen einsatz zusammenarbeit bearbeiten "
        "gelaufen ordnung rundum moment info information gute guten guter schnelle schnellen schneller schnell freundliche freundlichen netten nette tollen "
        "tolle prompte prompten unkomplizierte unkomplizierten kompetente ok okay ja jawohl genau richtig problem frage anliegen sache fall vorgang ticket "
        "angelegenheit seite können dürfen kann schließen abschließen geschlossen werden schön schönes schönen tag wochenende weiter liebe versprochen erwartet "
        "beschrieben gewünscht damit dafür darum danach nochmal nochmals herzlich herzlichen freut freue vielen lieben besten tausend"
    ),
    things=(
        "erstattung rückerstattung geld betrag paket lieferung bestellung ersatz ersatzteil ersatzgerät ware rechnung gutschein gutschrift konto karte gerät "
        "router leitung internet schreiben brief dokument dokumente unterlagen schuhe tisch stuhl lampe heizung drucker handy schlüssel reparatur maschine app"
    ),
    solved=(
        r"\b(?:alles|es|das|dies|die\s+sache|das\s+problem|mein\s+problem|mein\s+anliegen|der\s+fall)\s+(?:ist|wurde|wäre|hat\s+sich)\s+(?:damit\s+|nun\s+|jetzt\s+|alles\s+|endlich\s+|für\s+mich\s+|vollständig\s+|komplett\s+|bestens\s+|somit\s+|wieder\s+)*(?:gelöst|erledigt|geklärt|behoben|in\s+ordnung|gut|bestens|ok|okay|super|perfekt|prima|klar|abgeschlossen)",
        r"\balles\s+(?:jetzt\s+|nun\s+|wieder\s+|soweit\s+)?(?:gut|bestens|ok|okay|klar|super|perfekt|prima|paletti|gelöst|erledigt|geklärt|in\s+(?:bester\s+)?ordnung|angekommen|erhalten|da|top|fein|schick|tippitoppi|roger)\b",
        r"\b(?:vollständig\s+|komplett\s+)?(?:gelöst|erledigt|geklärt|behoben)\b|\bhat\s+(?:alles\s+|super\s+|prima\s+|wunderbar\s+|bestens\s+|jetzt\s+|gut\s+|perfekt\s+)*(?:geklappt|funktioniert|geholfen)\b",
        r"\b(?:funktioniert|läuft|geht|klappt)\s+(?:jetzt|nun|wieder|alles|einwandfrei|perfekt|super|bestens|prima|tadellos|problemlos|reibungslos|wunderbar|wie\s+geschmiert|wie\s+es\s+soll)\b|^(?:es\s+|alles\s+)?(?:funktioniert|läuft|klappt|passt)(?:\s+(?:alles|so|super|perfekt))*$|\b(?:jetzt|nun|wieder)\s+(?:funktioniert|läuft|geht|klappt)\s+(?:es|alles|er|sie)\b|\bpasst\s+(?:alles|so|jetzt|perfekt|super)\b|\balles\s+passt\b",
        r"\b(?:ich\s+bin|wir\s+sind|bin|sind)\s+(?:damit\s+|sehr\s+|rundum\s+|vollkommen\s+|absolut\s+|mit\s+der\s+lösung\s+|voll\s+|super\s+)*(?:zufrieden|glücklich)\b",
        r"\b(?:sie\s+können|du\s+kannst|ihr\s+könnt|können\s+sie|kann|bitte)\s+(?:(?:das|den|die|gerne?|von\s+meiner\s+seite|somit|damit|ticket|fall|vorgang|sache|anfrage)\s+)*(?:geschlossen\s+werden|schließen|abschließen|abgeschlossen\s+werden)",
        r"\b(?:ist|sind|habe\s+ich|haben\s+wir|wurde|alles|hab)\s+(?:(?:gestern|heute|vorgestern|gut|jetzt|eben|bereits|schon|pünktlich|heil|unversehrt|wohlbehalten|alles|auch|inzwischen|früh|morgen|wie|versprochen|endlich|am|montag|dienstag|mittwoch|donnerstag|freitag|samstag|das|die|den|geld|paket|auf|dem|meinem|konto|ware|erstattung|ersatz)\s+)*(?:angekommen|eingetroffen|erhalten|bekommen|eingegangen|da|gutgeschrieben|geliefert)\b",
    ),
    nothing=(
        r"(?:nein\s*,?\s*)?(?:es\s+(?:ist|gibt)\s+)?(?:sonst\s+)?(?:nichts\s+(?:mehr|weiter|weiteres|sonst|offen|zu\s+ergänzen)|sonst\s+nichts)(?:\s+(?:offen|zu\s+tun|nötig|notwendig|von\s+meiner\s+seite|von\s+unserer\s+seite|von\s+mir|danke|vielen\s+dank|mehr|zu\s+klären|hinzuzufügen))*",
        r"(?:ich\s+habe\s+|wir\s+haben\s+|habe\s+|es\s+gibt\s+|nein\s*,?\s*)?keine\s+(?:weiteren\s+|offenen\s+|anderen\s+)?(?:fragen|anliegen|wünsche|probleme|punkte|beschwerden)(?:\s+(?:mehr|offen|von\s+meiner\s+seite|danke))*",
        r"(?:nein\s*,?\s*)?das\s+(?:war|wär|wäre|ist)(?:['’]?s|\s+(?:es|alles|auch\s+schon\s+alles|dann\s+alles))(?:\s+(?:danke|von\s+mir|von\s+meiner\s+seite|vielen\s+dank))*|(?:ich\s+)?brauche\s+(?:sonst\s+)?nichts\s+(?:mehr|weiter)|passt\s+so|von\s+meiner\s+seite\s+(?:ist\s+)?(?:alles\s+)?(?:erledigt|ok|gut)",
    ),
    praise=r"(?:einfach\s+|absolut\s+|rundum\s+)?(?:perfekt|bestens|hervorragend|ausgezeichnet|wunderbar|einwandfrei)",
    thanks=r"(?:vielen\s+|herzlichen\s+|besten\s+|lieben\s+|tausend\s+|recht\s+)*(?:dank|danke|dankeschön|danke\s+schön|danke\s+sehr|merci|thx)(?:\s+(?:schön|sehr|nochmals?|nochmal|euch|ihnen|dir|vielmals|im\s+voraus|auch))*",
    hello=r"(?:hallo|guten\s+(?:tag|morgen|abend)|hi|moin|moin\s+moin|servus|grüß\s+gott|grüezi|liebe[rs]?|sehr\s+geehrte[rs]?|lieber\s+herr|liebe\s+frau)(?:\s+(?:zusammen|team|herr|frau|damen\s+und\s+herren|nochmal|an\s+alle))*",
    goodbye=r"(?:(?:ein\s+)?schöne[ns]?\s+(?:tag|abend|wochenende|woche|feierabend)(?:\s+(?:noch|wünsche\s+ich))*|(?:und\s+)?(?:schöne|liebe|viele|beste|freundliche|herzliche)\s+grüße|alles\s+gute|tschüss|bis\s+bald|weiter\s+so|gerne|kein\s+problem|macht\s+weiter\s+so|machen\s+sie\s+weiter\s+so)",
    yes=r"(?:ja|jawohl|jep|jo|ja\s+(?:klar|genau|sehr|absolut|voll|natürlich)|auf\s+jeden\s+fall|absolut|natürlich|genau|hat\s+es|ist\s+es|stimmt)",
    no=r"(?:nein|nichts|nö|nee|ne|leider\s+nein|leider\s+nicht)",
    more=(
        r"\b(?:nicht|nie|niemals|leider|immer\s+noch|noch\s+immer|noch\s+(?:kein|keine|keinen|offen|etwas|eine?n?\b)|warte|warten|fehlt|fehlen|fehlte|falsch|falsche[rsn]?|kaputt|defekt|beschädigt|schlechter|schlimmer|unvollständig|teilweise|bisher|weiterhin|erneut|wieder\s+(?:kaputt|aus|nicht)|enttäuscht|unverschämt|frechheit|witz|lächerlich|unzufrieden|stornier\w*|reklam\w*|mahnung|abgestürzt|fehler)\b",
        r"\b(?:kein|keine|keinen|keiner|nichts)\b",
    ),
    new=(
        r"\b(?:andere|anderes|neue|neues|weitere|weiteres|zweite|noch\s+eine|noch\s+ein)\s+(?:\w+\s+)?(?:frage|anliegen|problem|thema|sache|bestellung|anfrage|punkt|rechnung)\b",
        r"\b(?:übrigens|nebenbei|außerdem|zusätzlich|noch\s+etwas|noch\s+was|eine\s+frage|ach\s+ja|bei\s+der\s+gelegenheit|wo\s+wir\s+(?:gerade\s+)?dabei|etwas\s+anderes|was\s+anderes|hätte\s+(?:ich\s+)?(?:noch|da)|könnten\s+sie\s+auch|können\s+sie\s+auch)\b",
    ),
    asks=r"\b(?:wann|wo|warum|wieso|weshalb|wie\s+(?:lange|viel|kann|komme|geht)|welche[rsn]?|können\s+sie|könnten\s+sie|kann\s+ich|soll\s+ich|muss\s+ich|würden\s+sie|bitte\s+(?:senden|schicken|rufen|melden|prüfen))\b",
    sign_off=r"(?:mit\s+)?(?:freundliche[nm]?|viele[nm]?|liebe[nm]?|beste[nm]?|schöne[nm]?|herzliche[nm]?|sonnige[nm]?)?\s*(?:grüße?n?|gruß|gruss|grüsse)(?:\s+(?:aus|von|und)\b.*)?|mfg|lg|vg|bg|hochachtungsvoll|von\s+meinem\s+\w+\s+gesendet.*|gesendet\s+(?:von|mit)\b.*|ihr|ihre|dein|deine",
    solved_question=r"\b(?:gelöst|behoben|erledigt|geklärt|funktioniert|angekommen|erhalten|zufrieden|in\s+ordnung|geholfen|geklappt|läuft|passt|gut\b|eingegangen|stimmt)",
    else_question=r"\b(?:noch\s+(?:etwas|was|offen|fragen|irgend\w*)|sonst\s+(?:noch|etwas)|fehlt|weitere|irgendetwas|was\s+(?:können|kann)|offen|weiterhelfen)\b",
)

FRENCH = AnswerWords(
    safe=(
        "je j'ai j nous on il elle c'est c ce cela ça ceci ces cette cet le la les l un une des du de d mon ma mes notre nos votre vos vous me moi m est sont "
        "était étaient a as ai avons avez ont été être suis sommes y en beaucoup solution explication intervention travail disponibilité efficace très belle "
        "pour avec à au aux par sur dans et donc maintenant désormais aujourd'hui aujourd hier matin soir après-midi lundi mardi mercredi jeudi vendredi samedi "
        "dimanche semaine déjà tout toute tous toutes vraiment bien absolument complètement totalement parfaitement enfin rapidement aide soutien réponse "
        "patience service équipe client rapide rapidité efficacité gentillesse réactivité professionnalisme suivi retour message relance super génial parfait "
        "parfaite excellent excellente nickel impeccable formidable top bon bonne content contente contents satisfait satisfaite satisfaits ravi ravie heureux "
        "heureuse réglé réglée résolu résolue arrivé arrivée reçu reçue fonctionne marche d'achat problème souci question dossier ticket demande affaire côté "
        "part pouvez peux peut fermer clore clôturer clôturé fermé svp s'il plaît oui d'accord ok merci encore journée soirée week-end comme prévu promis "
        "attendu grand infiniment mille"
    ),
    things=(
        "remboursement argent montant colis livraison commande article remplacement facture document documents avoir carte compte appareil lettre pièce "
        "réparation chauffage chaudière ligne connexion imprimante clé clés machine application"
    ),
    solved=(
        r"\b(?:tout|c['’]?est|cela|ça|le\s+problème|mon\s+problème|l['’]?affaire)\s*(?:est\s+|a\s+été\s+|s['’]est\s+)?(?:bien\s+|maintenant\s+|enfin\s+|tout\s+|désormais\s+|parfaitement\s+|complètement\s+)*(?:réglée?|résolue?|arrangée?|en\s+ordre|rentrée?\s+dans\s+l['’]ordre|ok|bon|parfait|nickel|impeccable|terminé|fini)\b(?!\s+(?:que|de))",
        r"\b(?:est|sont)\s+(?:maintenant\s+)?(?:correcte?s?|réparée?s?|remise?s?\s+en\s+(?:ordre|marche|service))(?:\s+maintenant)?|\b(?:problème|souci|affaire|dossier)?\s*(?:bien\s+|complètement\s+)?(?:résolue?|réglée?)s?\b",
        r"\b(?:tout|ça|cela|il|elle|l['’]appareil)\s+(?:re)?(?:fonctionne|marche)(?:\s+(?:bien|très|parfaitement|maintenant|à\s+nouveau|de\s+nouveau|correctement|impeccablement|comme\s+il\s+faut|nickel))*\b|\bça\s+(?:marche|fonctionne|roule)\b|\btout\s+(?:va|est)\s+(?:très\s+)?(?:bien|ok|bon|parfait|nickel|en\s+ordre)\b|\bc['’]est\s+(?:tout\s+)?bon\b|\btout\s+(?:ok|bon|est\s+ok)\b",
        r"\b(?:je\s+suis|nous\s+sommes)\s+(?:très\s+|tout\s+à\s+fait\s+|entièrement\s+|pleinement\s+|vraiment\s+)*(?:satisfaite?s?|contente?s?|ravie?s?)\b",
        r"\b(?:vous\s+pouvez|tu\s+peux|on\s+peut)\s+(?:maintenant\s+|donc\s+)?(?:fermer|clore|clôturer)\s+(?:le|ce|mon|la|cette)\s+(?:dossier|ticket|demande|cas)\b",
        r"\b(?:bien\s+)?(?:reçue?s?|arrivée?s?)\b(?:\s+(?:hier|ce\s+matin|aujourd['’]hui|en\s+bon\s+état|intact|comme\s+prévu|sur\s+mon\s+compte))*",
    ),
    nothing=(
        r"(?:non\s*,?\s*)?(?:il\s+n['’]y\s+a\s+|je\s+n['’]ai\s+(?:besoin\s+de\s+)?)?(?:plus\s+rien|rien\s+(?:d['’]autre|de\s+plus|à\s+(?:ajouter|signaler|redire))|rien\s+d['’]autre)(?:\s+(?:à\s+(?:ajouter|signaler|demander)|merci|de\s+mon\s+côté|pour\s+moi))*",
        r"(?:je\s+n['’]ai\s+|nous\s+n['’]avons\s+|il\s+n['’]y\s+a\s+)?(?:plus\s+(?:de|aucune?)|pas\s+d['’]autres?|aucune?\s+autre|plus\s+d['’]autres?)\s+(?:questions?|problèmes?|soucis?|demandes?|remarques?)(?:\s+(?:merci|de\s+mon\s+côté))*",
        r"(?:non\s*,?\s*)?(?:ce\s+sera\s+tout|c['’]est\s+tout|c['’]était\s+tout)(?:\s+(?:merci|pour\s+moi|pour\s+ma\s+part))*",
    ),
    praise=r"(?:vraiment\s+|absolument\s+)?(?:parfait|impeccable|nickel|excellent|génial)",
    thanks=r"(?:un\s+)?(?:grand\s+|mille\s+)?(?:merci|mercis|je\s+vous\s+remercie|nous\s+vous\s+remercions|remerciements)(?:\s+(?:beaucoup|bien|infiniment|encore|à\s+vous|à\s+tous|à\s+toute\s+l['’]équipe|mille\s+fois|d['’]avance))*",
    hello=r"(?:bonjour|bonsoir|salut|cher|chère|coucou|madame|monsieur|madame\s+monsieur)(?:\s+(?:à\s+tous|madame|monsieur|l['’]équipe))*",
    goodbye=r"(?:(?:je\s+vous\s+souhaite\s+)?(?:une\s+)?(?:bonne|belle|excellente)\s+(?:journée|soirée|semaine|continuation|fin\s+de\s+journée)|bon\s+(?:week-?end|courage)|au\s+revoir|à\s+bientôt|pas\s+de\s+(?:souci|problème)|de\s+rien)(?:\s+à\s+(?:vous|tous))*",
    yes=r"(?:oui|ouais|oui\s+(?:tout\s+à\s+fait|bien\s+sûr|absolument|parfaitement|c['’]est\s+bon)|tout\s+à\s+fait|absolument|bien\s+sûr|exactement|si)",
    no=r"(?:non|rien|nan|non\s+pas\s+(?:du\s+tout|vraiment)|malheureusement\s+(?:non|pas)|pas\s+du\s+tout)",
    more=(
        r"\b(?:ne|n['’]|pas|jamais|toujours|encore\s+(?:en|un|une|des|rien|attend\w*)|malheureusement|hélas|attends|attendons|attente|manque|manquent|manquant|faux|fausse|cassée?s?|défectueux|défectueuse|endommagée?s?|abîmée?s?|erreur|panne|pire|incomplète?|partiellement|déçue?s?|inadmissible|honteux|inacceptable|scandaleux|bug|plante|sauf|aucune?)\b",
    ),
    new=(
        r"\b(?:autre|nouvelle|nouveau|deuxième|seconde)\s+(?:\w+\s+)?(?:question|problème|souci|demande|chose|sujet|commande|point|facture)\b",
        r"\b(?:au\s+fait|par\s+ailleurs|en\s+revanche|j['’](?:ai|aurais)\s+(?:une|aussi|encore|également)|de\s+plus|d['’]autre\s+part|tant\s+que\s+j['’]y\s+suis|pendant\s+que|autre\s+chose|une\s+question|je\s+voudrais\s+(?:aussi|également)|pourriez-vous\s+(?:aussi|également)|pouvez-vous\s+(?:aussi|également))\b",
    ),
    asks=r"\b(?:quand|où|pourquoi|comment|combien|quel|quelle|est-ce\s+que|pouvez-vous|pourriez-vous|puis-je|dois-je|avez-vous|merci\s+de\s+(?:me|nous|bien|vérifier|rappeler))\b",
    sign_off=r"(?:bien\s+|très\s+)?cordialement|(?:bien\s+)?à\s+vous|(?:sincères\s+|meilleures\s+|cordiales\s+)?salutations|amicalement|bien\s+à\s+vous|sincèrement|envoyé\s+(?:de|depuis)\b.*|cdlt|cdt|bises?",
    solved_question=r"(?:résolu|réglé|fonctionne|marche|reçu|arrivé|satisfait|en\s+ordre|convient|bien\s+passé|\bok\b|rentré)",
    else_question=r"(?:autre\s+chose|manque|encore\s+(?:quelque|besoin)|d['’]autres|besoin\s+de|quelque\s+chose|puis-je|pouvons-nous)",
)

SPANISH = AnswerWords(
    safe=(
        "solución amable amables explicación trabajo atención paciencia placer sido profesionalidad ayudarme yo nosotros lo la el los las le les un una unos "
        "unas mi mis nuestro nuestra su sus usted ustedes me nos se te es son está están estaba fue fueron ha han he hemos estoy estamos soy de del al a por "
        "para con en y e ya ahora hoy ayer esta este esto eso mañana tarde noche lunes martes miércoles jueves viernes sábado domingo semana todo toda todos "
        "todas muy bien realmente totalmente completamente perfectamente absolutamente finalmente rápidamente rápido rápida ayuda apoyo respuesta servicio "
        "equipo amabilidad eficacia rapidez gestión seguimiento mensaje consulta super súper genial perfecto perfecta excelente estupendo estupenda fantástico "
        "maravilloso fenomenal bueno buena buen gran contento contenta contentos satisfecho satisfecha satisfechos feliz encantado encantada resuelto resuelta "
        "solucionado solucionada arreglado arreglada llegó llegado llegaron recibido recibí recibimos funciona funcionando problema cuestión pregunta caso "
        "incidencia asunto tema parte lado pueden puede puedes cerrar cerrado cierren favor sí ok claro correcto gracias muchas muchísimas mil día fin saludo "
        "prometido esperaba previsto orden nuevo"
    ),
    things=(
        "reembolso dinero importe paquete envío pedido artículo reemplazo factura documento documentos vale cupón tarjeta cuenta aparato carta pieza "
        "calefacción línea conexión impresora llave llaves máquina aplicación internet router"
    ),
    solved=(
        r"\b(?:todo|ya|el\s+problema|mi\s+problema|el\s+asunto|eso|esto|la\s+incidencia)\s+(?:ya\s+)?(?:está|quedó|queda|ha\s+quedado|ha\s+sido|fue|se\s+ha)?\s*(?:ya\s+|bien\s+|todo\s+|completamente\s+|totalmente\s+|perfectamente\s+)*(?:resuelt[oa]|solucionad[oa]|arreglad[oa]|en\s+orden|bien|ok|perfecto|correcto|listo|aclarado|genial)\b(?!\s+que)",
        r"\b(?:problema\s+|incidencia\s+|asunto\s+)?(?:totalmente\s+|completamente\s+|ya\s+)?(?:resuelt[oa]|solucionad[oa]|arreglad[oa])s?\b",
        r"\b(?:todo|ya|ahora|eso)\s+(?:ya\s+)?(?:me\s+)?funciona(?:\s+(?:bien|perfectamente|correctamente|de\s+nuevo|otra\s+vez|ya))*\b|\bfunciona\s+(?:perfectamente|bien|perfecto|de\s+maravilla|correctamente|ya|todo|otra\s+vez|de\s+nuevo)\b|\btodo\s+(?:está\s+)?(?:muy\s+)?(?:bien|ok|perfecto|correcto|en\s+orden|genial|listo)\b|\bya\s+está(?:\s+(?:todo|bien))*\b",
        r"\b(?:estoy|estamos|quedo|quedamos|quedé)\s+(?:muy\s+|totalmente\s+|completamente\s+)*(?:satisfech[oa]s?|content[oa]s?|encantad[oa]s?|feliz)\b",
        r"\b(?:pueden|puede|puedes)\s+(?:ya\s+)?(?:cerrar|dar\s+por\s+cerrad[oa])\s+(?:el|la|este|esta|mi)\s+(?:caso|ticket|incidencia|asunto|consulta)\b",
        r"\b(?:(?:ya\s+)?(?:llegó|ha\s+llegado|llegaron|han\s+llegado|he\s+recibido|recibí|recibimos|hemos\s+recibido|recibido|recibida))\b",
    ),
    nothing=(
        r"(?:no\s*,?\s*)?(?:no\s+hay\s+|no\s+necesito\s+|no\s+tengo\s+)?nada\s+(?:más|mas)(?:\s+(?:que\s+añadir|por\s+ahora|gracias|por\s+mi\s+parte|muchas\s+gracias))*",
        r"(?:no\s+tengo\s+|no\s+hay\s+|no\s+tenemos\s+|sin\s+)?(?:ninguna\s+otra|más|ningún\s+otro|otras)\s+(?:preguntas?|dudas?|problemas?|consultas?|duda)(?:\s+(?:gracias|por\s+mi\s+parte))*",
        r"(?:no\s*,?\s*)?(?:eso\s+es\s+todo|es\s+todo|eso\s+era\s+todo|eso\s+sería\s+todo|sería\s+todo)(?:\s+(?:gracias|por\s+mi\s+parte|por\s+ahora))*",
    ),
    praise=r"(?:todo\s+)?(?:perfecto|excelente|estupendo|fenomenal|genial|de\s+maravilla)",
    thanks=r"(?:muchas\s+|muchísimas\s+|mil\s+|un\s+millón\s+de\s+)?(?:gracias|se\s+lo\s+agradezco|se\s+agradece|os\s+lo\s+agradezco|agradecid[oa]s?)(?:\s+(?:por\s+todo|de\s+nuevo|otra\s+vez|a\s+tod[oa]s|a\s+usted(?:es)?|a\s+vosotros))*",
    hello=r"(?:hola|buenos\s+días|buenas\s+(?:tardes|noches)|buenas|estimad[oa]s?|querid[oa]s?)(?:\s+(?:a\s+todos|equipo|señor|señora|señores|de\s+nuevo))*",
    goodbye=r"(?:(?:que\s+tenga[ns]?\s+)?(?:un\s+)?buen\s+(?:día|fin\s+de\s+semana)|buena\s+(?:tarde|semana)|feliz\s+(?:día|semana|tarde)|ha\s+sido\s+un\s+placer|muy\s+amables?|hasta\s+(?:pronto|luego)|adiós|de\s+nada|sigan\s+así|cuídese|no\s+hay\s+problema)",
    yes=r"(?:sí|si|claro|claro\s+que\s+sí|por\s+supuesto|así\s+es|efectivamente|correcto|totalmente|sí\s+(?:todo|claro|señor|señora|correcto))",
    no=r"(?:no|para\s+nada|todavía\s+no|aún\s+no|lamentablemente\s+no)",
    more=(
        r"\b(?:no|nunca|jamás|todavía|aún|sigue|siguen|sigo|falta|faltan|faltaba|espero|esperando|mal|rot[oa]s?|defectuos[oa]s?|dañad[oa]s?|equivocad[oa]s?|incorrect[oa]s?|error|peor|incompleto|parcialmente|decepcionad[oa]|vergüenza|inaceptable|excepto|salvo|ningún|ninguna|sin)\b",
    ),
    new=(
        r"\b(?:otra|otro|nueva|nuevo|segunda)\s+(?:\w+\s+)?(?:pregunta|problema|duda|cosa|tema|consulta|pedido|asunto|incidencia|factura)\b",
        r"\b(?:por\s+cierto|además|aparte|también\s+(?:quería|quisiera|necesito|me\s+gustaría|tengo)|una\s+(?:pregunta|duda|consulta|cosa)|quería\s+(?:preguntar|saber|consultar)|ya\s+que\s+est(?:amos|oy)|otra\s+cosa|aprovecho)\b",
    ),
    asks=r"\b(?:cuándo|cuando|dónde|donde|por\s+qué|cómo|cuánto|cuál|qué|puede\s+(?:decirme|enviarme)|podría[ns]?|pueden\s+(?:enviarme|decirme|llamarme)|debo|tengo\s+que)\b",
    sign_off=r"(?:un\s+)?(?:cordial(?:es)?\s+)?saludos?(?:\s+cordial(?:es)?)?|atentamente|(?:un\s+)?abrazo|enviado\s+desde\b.*|atte",
    solved_question=r"(?:resuelt|solucion|funciona|recib|lleg|satisfech|en\s+orden|content|todo\s+bien|\bbien\b|arregl|\bok\b)",
    else_question=r"(?:algo\s+más|falta|otra\s+cosa|más\s+en\s+(?:que|lo)|ayudar|necesita|queda\s+algo|alguna\s+otra|pendiente)",
)

LANGUAGES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}

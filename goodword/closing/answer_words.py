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
        "promised described finally straight away help helping helped support service quick quickly fast speedy prompt swift response reply patience patient time "
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
        r"(?:all|everything(?: is|'?s)?|it(?: is|'?s)|that(?: is|'?s)|this is|(?:the|my|our) [\w-]+ (?:is|are|has been|have been|was)) (?:now |all |finally |completely |fully |totally |perfectly |been |back )*(?:sorted|solved|resolved|fixed|settled|repaired|in order|as it should be|taken care of|cleared up|up and running|working|dealt with|done and dusted)",
        r"(?:all|everything(?: is|'?s)|everything (?:looks|works out)|it'?s all|that'?s all) (?:now |just )?(?:good|fine|ok|okay|perfect|great|well|done|clear|set)(?! (?:that|things))",
        r"(?:is|are|it's|that's|looks|all) (?:perfectly )?(?:fine|good|ok|okay|perfect|great|correct|right|well) (?:now|again)|\ball is (?:well|good|fine|ok|okay|in order|sorted|perfect)|\bis now (?:correct|right|fine|ok|okay)|\bgood as new|\beverything is (?:all )?(?:there|in place|correct)|\bruns? (?:smoothly|fine|perfectly|well|again)|\bfits? (?:perfectly|well|great)|\bin perfect (?:order|condition)",
        r"\b(?:problem|issue|error|noise|fault|leak|smell)s? (?:has|have|is|are) (?:now |all |finally )*(?:gone|gone away|disappeared)\b|\bhappy with (?:that|this|it|everything|the (?:solution|result|outcome))\b|\bgot my (?:refund|money|parcel|order|replacement|package)(?: back)?\b|^confirmed$|\bi can confirm (?:that )?(?:it|everything|this|all) (?:works|is (?:fine|ok|okay|good|solved|resolved|fixed|working))\b",
        r"(?:completely |fully |all |now |finally )*\b(?:solved|resolved|sorted(?: out)?|fixed)\b(?: (?:it|that|this|everything|the (?:problem|issue|matter)|my (?:problem|issue)))?",
        r"\bworks? (?:now|again|fine|perfectly|great|well|like a charm|as (?:expected|it should|described))\b|\bworking (?:now|again|fine|perfectly|well|great)\b|\b(?:it|everything|that|this) (?:now |all )?works\b|^works$",
        r"\b(?:that|this|it) did (?:it|the trick|solve|fix|help)\b|\bit did\b|\bdid the trick\b|\b(?:problem|issue|case|matter|ticket) (?:is )?(?:solved|resolved|closed|fixed)\b",
        r"\b(?:i am|i'm|we are|we're) (?:all |now |very |completely |really |perfectly |more than )*(?:good|set|sorted|happy|satisfied|pleased|content)\b|\ball set\b",
        r"\b(?:you (?:can|may)|please(?: go ahead and)?|feel free to|happy (?:for you )?to) close (?:it|this|the|my)\b(?: (?:case|ticket|request|matter|one|now))?",
        r"\b(?:(?:have|has|'ve|just|now|safely) )*(?:received|arrived|came|got here|turned up) (?:safely|yesterday|today|this morning|on time|as promised|in one piece|in perfect condition|everything|it|both|the|my|safe and sound|here)\b|\b(?:refund|money|parcel|package|replacement|order|invoice|it|everything|document|card|letter|label|credit) (?:has |have |is |just |now |finally |all )*(?:arrived|here|come through|in my account|on my (?:account|card)|received|came(?: through)?)\b",
    ),
    nothing=(
        r"(?:no\s*,?\s*)?(?:(?:there is|there's|i have|i've|we have|i need|we need|i've got|got) )?(?:absolutely )?nothing (?:more|else|further|left|missing|to add|outstanding|open)(?: (?:to (?:add|do|report|ask|say)|needed|required|is needed|is missing|missing|open|left|from (?:me|us|my side|our side|this end)|on (?:my|our) (?:side|end)|for (?:me|us)|at all|that i need|i need|we need|thanks|thank you))*",
        r"(?:i have|we have|there are|got)?\s*no (?:more|further|other|additional) (?:questions?|issues?|problems?|concerns?|requests?|complaints?|needs?|help needed)(?: (?:from (?:me|us|my side)|at all|on (?:my|our) (?:side|end)|thanks))*",
        r"(?:i think not|no\s*,?\s*)?\s*(?:that'?s|that is|that was|that will be|that'll be) (?:all|everything|it)(?: (?:from (?:me|us|my side)|i need(?:ed)?|we need(?:ed)?|thanks|for me))*",
        r"(?:i |we )?(?:don'?t|do not) need anything (?:else|more|further)(?: (?:from you|at all))?|no (?:further|more) (?:action|help|steps?) (?:is |are )?(?:needed|required|necessary)|nothing (?:more|else)|not anything else|nothing (?:at the moment|for now|right now)",
    ),
    praise=r"(?:absolutely |simply |just )?(?:perfect|excellent|brilliant|wonderful|fantastic|couldn'?t be (?:better|happier))",
    thanks=r"(?:many |a thousand |big )?(?:thanks|thank you|thx|ty|thank u|cheers|much appreciated|appreciate it|much obliged)(?: (?:so much|very much|a lot|a million|again|all|everyone|both|team|guys))*",
    hello=r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day))(?: (?:there|all|team|again|everyone|both))*",
    goodbye=r"(?:(?:wishing you|i wish you|have) a (?:great|good|nice|lovely|wonderful) (?:day|weekend|week|evening|one)|take care|all the best|bye|see you|keep up the good work|you'?re (?:the best|great|a star|stars|welcome)|(?:great|good|nice|excellent|top) (?:job|work|service|support)|no worries|no problem(?: at all)?|my pleasure)",
    yes=r"(?:yes|yep|yeah|yup|yes indeed|yes (?:it|that|this) (?:did|does|has|is|was)|absolutely|definitely|certainly|it (?:did|does|has|is|was)|indeed|of course|affirmative|correct|100\s*%)",
    no=r"(?:no|nothing|nope|nah|not at all|no no|no it (?:did|does|is|has)(?:n'?t| not))",
    more=(
        r"\b(?:still|yet|again)\b",
        r"\b(?:not|never|isn'?t|wasn'?t|aren'?t|doesn'?t|didn'?t|don'?t|hasn'?t|haven'?t|can'?t|cannot|couldn'?t|won'?t|wouldn'?t)\b(?! (?:at all\s*,?\s*thank|need anything|anything else|be (?:happier|better)))",
        r"\b(?:broken|broke|damaged|faulty|wrong|missing|waiting|nothing (?:has )?(?:works|happened|arrived|changed|came)|worse|fails?|failed|failing|error|crash(?:es|ed)?|leak(?:s|ing)?|stopped|unacceptable|disappointed|useless|ridiculous|joke|refuse|incomplete|half|partly|partially|except)\b",
    ),
    new=(
        r"\b(?:another|different|separate|new|other|second|additional) (?:\w+ )?(?:question|issue|problem|matter|thing|request|order|topic|complaint|case|query|invoice)\b",
        r"\b(?:by the way|btw|one more thing|while (?:i have you|you'?re at it|we'?re at it)|unrelated|on another note|also (?:i|can|could|my|the|we|would|is|do)|could you also|can you also|i'?d also|something else|i (?:also|just) (?:noticed|wanted|want|need|would)|i have (?:a|one) (?:question|more))\b",
    ),
    asks=r"\b(?:when|where|why|how (?:do|can|long|much|many|come)|what|which|who|can (?:you|i|we)|could (?:you|i|we)|would you|will (?:you|it|i)|is (?:it|there|that)|do (?:i|you|we)|should i|am i|please (?:send|call|tell|explain|let))\b",
    sign_off=r"(?:best|kind|warm|many)?\s*(?:regards|wishes)|best|all the best|yours(?: \w+)?|sincerely(?: yours)?|cheers|love|cordially|sent from my\b.*|get outlook\b.*|sent via\b.*",
    solved_question=r"\b(?:solv|resolv|fix|work|sort|happy|satisf|arriv|receiv|reach|ok\b|okay|fine|right|help|in order|all (?:well|good))",
    else_question=r"\b(?:anything|something|is there (?:more|still)|what) (?:else|more|further|missing|left|open|wrong|is missing|still|we (?:can|should)|i can)\b|\banything\b.*\b(?:missing|do for|need|open)\b|\bdo you (?:still )?need\b",
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
        r"\b(?:alles|es|das|dies|die sache|das problem|mein problem|mein anliegen|der fall) (?:ist|wurde|wäre|hat sich) (?:damit |nun |jetzt |alles |endlich |für mich |vollständig |komplett |bestens |somit |wieder )*(?:gelöst|erledigt|geklärt|behoben|in ordnung|gut|bestens|ok|okay|super|perfekt|prima|klar|abgeschlossen)",
        r"\balles (?:jetzt |nun |wieder |soweit )?(?:gut|bestens|ok|okay|klar|super|perfekt|prima|paletti|gelöst|erledigt|geklärt|in (?:bester )?ordnung|angekommen|erhalten|da|top|fein|schick|tippitoppi|roger)\b",
        r"\b(?:vollständig |komplett )?(?:gelöst|erledigt|geklärt|behoben)\b|\bhat (?:alles |super |prima |wunderbar |bestens |jetzt |gut |perfekt )*(?:geklappt|funktioniert|geholfen)\b",
        r"\b(?:funktioniert|läuft|geht|klappt) (?:jetzt|nun|wieder|alles|einwandfrei|perfekt|super|bestens|prima|tadellos|problemlos|reibungslos|wunderbar|wie geschmiert|wie es soll)\b|^(?:es |alles )?(?:funktioniert|läuft|klappt|passt)(?: (?:alles|so|super|perfekt))*$|\b(?:jetzt|nun|wieder) (?:funktioniert|läuft|geht|klappt) (?:es|alles|er|sie)\b|\bpasst (?:alles|so|jetzt|perfekt|super)\b|\balles passt\b",
        r"\b(?:ich bin|wir sind|bin|sind) (?:damit |sehr |rundum |vollkommen |absolut |mit der lösung |voll |super )*(?:zufrieden|glücklich)\b",
        r"\b(?:sie können|du kannst|ihr könnt|können sie|kann|bitte) (?:(?:das|den|die|gerne?|von meiner seite|somit|damit|ticket|fall|vorgang|sache|anfrage) )*(?:geschlossen werden|schließen|abschließen|abgeschlossen werden)",
        r"\b(?:ist|sind|habe ich|haben wir|wurde|alles|hab) (?:(?:gestern|heute|vorgestern|gut|jetzt|eben|bereits|schon|pünktlich|heil|unversehrt|wohlbehalten|alles|auch|inzwischen|früh|morgen|wie|versprochen|endlich|am|montag|dienstag|mittwoch|donnerstag|freitag|samstag|das|die|den|geld|paket|auf|dem|meinem|konto|ware|erstattung|ersatz) )*(?:angekommen|eingetroffen|erhalten|bekommen|eingegangen|da|gutgeschrieben|geliefert)\b",
    ),
    nothing=(
        r"(?:nein\s*,?\s*)?(?:es (?:ist|gibt) )?(?:sonst )?(?:nichts (?:mehr|weiter|weiteres|sonst|offen|zu ergänzen)|sonst nichts)(?: (?:offen|zu tun|nötig|notwendig|von meiner seite|von unserer seite|von mir|danke|vielen dank|mehr|zu klären|hinzuzufügen))*",
        r"(?:ich habe |wir haben |habe |es gibt |nein\s*,?\s*)?keine (?:weiteren |offenen |anderen )?(?:fragen|anliegen|wünsche|probleme|punkte|beschwerden)(?: (?:mehr|offen|von meiner seite|danke))*",
        r"(?:nein\s*,?\s*)?das (?:war|wär|wäre|ist)(?:'?s| (?:es|alles|auch schon alles|dann alles))(?: (?:danke|von mir|von meiner seite|vielen dank))*|(?:ich )?brauche (?:sonst )?nichts (?:mehr|weiter)|passt so|von meiner seite (?:ist )?(?:alles )?(?:erledigt|ok|gut)",
    ),
    praise=r"(?:einfach |absolut |rundum )?(?:perfekt|bestens|hervorragend|ausgezeichnet|wunderbar|einwandfrei)",
    thanks=r"(?:vielen |herzlichen |besten |lieben |tausend |recht )*(?:dank|danke|dankeschön|danke schön|danke sehr|merci|thx)(?: (?:schön|sehr|nochmals?|nochmal|euch|ihnen|dir|vielmals|im voraus|auch))*",
    hello=r"(?:hallo|guten (?:tag|morgen|abend)|hi|moin|moin moin|servus|grüß gott|grüezi|liebe[rs]?|sehr geehrte[rs]?|lieber herr|liebe frau)(?: (?:zusammen|team|herr|frau|damen und herren|nochmal|an alle))*",
    goodbye=r"(?:(?:ein )?schöne[ns]? (?:tag|abend|wochenende|woche|feierabend)(?: (?:noch|wünsche ich))*|(?:und )?(?:schöne|liebe|viele|beste|freundliche|herzliche) grüße|alles gute|tschüss|bis bald|weiter so|gerne|kein problem|macht weiter so|machen sie weiter so)",
    yes=r"(?:ja|jawohl|jep|jo|ja (?:klar|genau|sehr|absolut|voll|natürlich)|auf jeden fall|absolut|natürlich|genau|hat es|ist es|stimmt)",
    no=r"(?:nein|nichts|nö|nee|ne|leider nein|leider nicht)",
    more=(
        r"\b(?:nicht|nie|niemals|leider|immer noch|noch immer|noch (?:kein|keine|keinen|offen|etwas|eine?n?\b)|warte|warten|fehlt|fehlen|fehlte|falsch|falsche[rsn]?|kaputt|defekt|beschädigt|schlechter|schlimmer|unvollständig|teilweise|bisher|weiterhin|erneut|wieder (?:kaputt|aus|nicht)|enttäuscht|unverschämt|frechheit|witz|lächerlich|unzufrieden|stornier\w*|reklam\w*|mahnung|abgestürzt|fehler)\b",
        r"\b(?:kein|keine|keinen|keiner|nichts)\b",
    ),
    new=(
        r"\b(?:andere|anderes|neue|neues|weitere|weiteres|zweite|noch eine|noch ein) (?:\w+ )?(?:frage|anliegen|problem|thema|sache|bestellung|anfrage|punkt|rechnung)\b",
        r"\b(?:übrigens|nebenbei|außerdem|zusätzlich|noch etwas|noch was|eine frage|ach ja|bei der gelegenheit|wo wir (?:gerade )?dabei|etwas anderes|was anderes|hätte (?:ich )?(?:noch|da)|könnten sie auch|können sie auch)\b",
    ),
    asks=r"\b(?:wann|wo|warum|wieso|weshalb|wie (?:lange|viel|kann|komme|geht)|welche[rsn]?|können sie|könnten sie|kann ich|soll ich|muss ich|würden sie|bitte (?:senden|schicken|rufen|melden|prüfen))\b",
    sign_off=r"(?:mit )?(?:freundliche[nm]?|viele[nm]?|liebe[nm]?|beste[nm]?|schöne[nm]?|herzliche[nm]?|sonnige[nm]?)?\s*(?:grüße?n?|gruß|gruss|grüsse)(?: (?:aus|von|und)\b.*)?|mfg|lg|vg|bg|hochachtungsvoll|von meinem \w+ gesendet.*|gesendet (?:von|mit)\b.*|ihr|ihre|dein|deine",
    solved_question=r"\b(?:gelöst|behoben|erledigt|geklärt|funktioniert|angekommen|erhalten|zufrieden|in ordnung|geholfen|geklappt|läuft|passt|gut\b|eingegangen|stimmt)",
    else_question=r"\b(?:noch (?:etwas|was|offen|fragen|irgend\w*)|sonst (?:noch|etwas)|fehlt|weitere|irgendetwas|was (?:können|kann)|offen|weiterhelfen)\b",
)

FRENCH = AnswerWords(
    safe=(
        "je j'ai j nous on il elle c'est c ce cela ça ceci ces cette cet le la les l un une des du de d mon ma mes notre nos votre vos vous me moi m est sont "
        "était étaient a as ai avons avez ont été être suis sommes y en beaucoup solution explication intervention travail disponibilité efficace très belle "
        "pour avec à au aux par sur dans et donc maintenant désormais aujourd'hui aujourd hier matin soir après-midi lundi mardi mercredi jeudi vendredi samedi "
        "dimanche semaine déjà tout toute tous toutes vraiment bien absolument complètement totalement parfaitement enfin rapidement aide soutien réponse "
        "patience service équipe client rapide rapidité efficacité gentillesse réactivité professionnalisme suivi retour message relance super génial parfait "
        "parfaite excellent excellente nickel impeccable formidable top bon bonne content contente contents satisfait satisfaite satisfaits ravi ravie heureux "
        "heureuse merveille grand grande réglé réglée résolu résolue arrivé arrivée reçu reçue fonctionne marche d'achat problème souci question dossier ticket demande affaire côté "
        "part pouvez peux peut fermer clore clôturer clôturé fermé svp s'il plaît oui d'accord ok merci encore journée soirée week-end comme prévu promis "
        "attendu grand infiniment mille"
    ),
    things=(
        "remboursement argent montant colis livraison commande article remplacement facture document documents avoir carte compte appareil lettre pièce "
        "réparation chauffage chaudière ligne connexion imprimante clé clés machine application"
    ),
    solved=(
        r"\b(?:tout|c'?est|cela|ça|le problème|mon problème|l'?affaire)\s*(?:est |a été |s'est )?(?:bien |maintenant |enfin |tout |désormais |parfaitement |complètement )*(?:réglée?|résolue?|arrangée?|en ordre|rentrée? dans l'ordre|ok|bon|parfait|nickel|impeccable|terminé|fini)\b(?! (?:que|de))",
        r"\b(?:est|sont) (?:maintenant )?(?:correcte?s?|réparée?s?|remise?s? en (?:ordre|marche|service))(?: maintenant)?|\b(?:problème|souci|affaire|dossier)?\s*(?:bien |complètement )?(?:résolue?|réglée?)s?\b",
        r"\b(?:tout|ça|cela|il|elle|l'appareil) (?:re)?(?:fonctionne|marche)(?: (?:bien|très|parfaitement|maintenant|à nouveau|de nouveau|correctement|impeccablement|comme il faut|nickel))*\b|\bça (?:marche|fonctionne|roule)\b|\btout (?:va|est) (?:très )?(?:bien|ok|bon|parfait|nickel|en ordre)\b|\bc'est (?:tout )?bon\b|\btout (?:ok|bon|est ok)\b",
        r"\b(?:je suis|nous sommes) (?:très |tout à fait |entièrement |pleinement |vraiment )*(?:satisfaite?s?|contente?s?|ravie?s?)\b",
        r"\b(?:vous pouvez|tu peux|on peut) (?:maintenant |donc )?(?:fermer|clore|clôturer) (?:le|ce|mon|la|cette) (?:dossier|ticket|demande|cas)\b",
        r"\b(?:bien )?(?:reçue?s?|arrivée?s?)\b(?: (?:hier|ce matin|aujourd'hui|en bon état|intact|comme prévu|sur mon compte))*",
    ),
    nothing=(
        r"(?:non\s*,?\s*)?(?:il n'y a |je n'ai (?:besoin de )?)?(?:plus rien|rien (?:d'autre|de plus|à (?:ajouter|signaler|redire))|rien d'autre)(?: (?:à (?:ajouter|signaler|demander)|merci|de mon côté|pour moi))*",
        r"(?:je n'ai |nous n'avons |il n'y a )?(?:plus (?:de|aucune?)|pas d'autres?|aucune? autre|plus d'autres?) (?:questions?|problèmes?|soucis?|demandes?|remarques?)(?: (?:merci|de mon côté))*",
        r"(?:non\s*,?\s*)?(?:ce sera tout|c'est tout|c'était tout)(?: (?:merci|pour moi|pour ma part))*",
    ),
    praise=r"(?:vraiment |absolument )?(?:parfait|impeccable|nickel|excellent|génial)",
    thanks=r"(?:un )?(?:grand |mille )?(?:merci|mercis|je vous remercie|nous vous remercions|remerciements)(?: (?:beaucoup|bien|infiniment|encore|à vous|à tous|à toute l'équipe|mille fois|d'avance))*",
    hello=r"(?:bonjour|bonsoir|salut|cher|chère|coucou|madame|monsieur|madame monsieur)(?: (?:à tous|madame|monsieur|l'équipe))*",
    goodbye=r"(?:(?:je vous souhaite )?(?:une )?(?:bonne|belle|excellente) (?:journée|soirée|semaine|continuation|fin de journée)|bon (?:week-?end|courage)|au revoir|à bientôt|pas de (?:souci|problème)|de rien)(?: à (?:vous|tous))*",
    yes=r"(?:oui|ouais|oui (?:tout à fait|bien sûr|absolument|parfaitement|c'est bon)|tout à fait|absolument|bien sûr|exactement|si)",
    no=r"(?:non|rien|nan|non pas (?:du tout|vraiment)|malheureusement (?:non|pas)|pas du tout)",
    more=(
        r"\b(?:ne|n'|pas|jamais|toujours|encore (?:en|un|une|des|rien|attend\w*)|malheureusement|hélas|attends|attendons|attente|manque|manquent|manquant|faux|fausse|cassée?s?|défectueux|défectueuse|endommagée?s?|abîmée?s?|erreur|panne|pire|incomplète?|partiellement|déçue?s?|inadmissible|honteux|inacceptable|scandaleux|bug|plante|sauf|aucune?)\b",
    ),
    new=(
        r"\b(?:autre|nouvelle|nouveau|deuxième|seconde) (?:\w+ )?(?:question|problème|souci|demande|chose|sujet|commande|point|facture)\b",
        r"\b(?:au fait|par ailleurs|en revanche|j'(?:ai|aurais) (?:une|aussi|encore|également)|de plus|d'autre part|tant que j'y suis|pendant que|autre chose|une question|je voudrais (?:aussi|également)|pourriez-vous (?:aussi|également)|pouvez-vous (?:aussi|également))\b",
    ),
    asks=r"\b(?:quand|où|pourquoi|comment|combien|quel|quelle|est-ce que|pouvez-vous|pourriez-vous|puis-je|dois-je|avez-vous|merci de (?:me|nous|bien|vérifier|rappeler))\b",
    sign_off=r"(?:bien |très )?cordialement|(?:bien )?à vous|(?:sincères |meilleures |cordiales )?salutations|amicalement|bien à vous|sincèrement|envoyé (?:de|depuis)\b.*|cdlt|cdt|bises?",
    solved_question=r"(?:résolu|réglé|fonctionne|marche|reçu|arrivé|satisfait|en ordre|convient|bien passé|\bok\b|rentré)",
    else_question=r"(?:autre chose|manque|encore (?:quelque|besoin)|d'autres|besoin de|quelque chose|puis-je|pouvons-nous)",
)

SPANISH = AnswerWords(
    safe=(
        "solución amable amables explicación trabajo atención paciencia placer sido profesionalidad ayudarme yo nosotros lo la el los las le les un una unos "
        "unas mi mis nuestro nuestra su sus usted ustedes me nos se te es son está están estaba fue fueron ha han he hemos estoy estamos soy de del al a por "
        "para con en y e ya ahora hoy ayer esta este esto eso mañana tarde noche lunes martes miércoles jueves viernes sábado domingo semana todo toda todos "
        "todas muy bien realmente totalmente completamente perfectamente absolutamente finalmente rápidamente rápido rápida ayuda apoyo respuesta servicio "
        "equipo amabilidad eficacia rapidez gestión seguimiento mensaje consulta super súper genial perfecto perfecta excelente estupendo estupenda fantástico "
        "maravilloso fenomenal bueno buena buen gran contento contenta contentos satisfecho satisfecha satisfechos feliz encantado encantada estado condiciones resuelto resuelta "
        "solucionado solucionada arreglado arreglada llegó llegado llegaron recibido recibí recibimos funciona funcionando problema cuestión pregunta caso "
        "incidencia asunto tema parte lado pueden puede puedes cerrar cerrado cierren favor sí ok claro correcto gracias muchas muchísimas mil día fin saludo "
        "prometido esperaba previsto orden nuevo"
    ),
    things=(
        "reembolso dinero importe paquete envío pedido artículo reemplazo factura documento documentos vale cupón tarjeta cuenta aparato carta pieza "
        "calefacción línea conexión impresora llave llaves máquina aplicación internet router"
    ),
    solved=(
        r"\b(?:todo|ya|el problema|mi problema|el asunto|eso|esto|la incidencia) (?:ya )?(?:está|quedó|queda|ha quedado|ha sido|fue|se ha)?\s*(?:ya |bien |todo |completamente |totalmente |perfectamente )*(?:resuelt[oa]|solucionad[oa]|arreglad[oa]|en orden|bien|ok|perfecto|correcto|listo|aclarado|genial)\b(?! que)",
        r"\b(?:problema |incidencia |asunto )?(?:totalmente |completamente |ya )?(?:resuelt[oa]|solucionad[oa]|arreglad[oa])s?\b",
        r"\b(?:todo|ya|ahora|eso) (?:ya )?(?:me )?funciona(?: (?:bien|perfectamente|correctamente|de nuevo|otra vez|ya))*\b|\bfunciona (?:perfectamente|bien|perfecto|de maravilla|correctamente|ya|todo|otra vez|de nuevo)\b|\btodo (?:está )?(?:muy )?(?:bien|ok|perfecto|correcto|en orden|genial|listo)\b|\bya está(?: (?:todo|bien))*\b",
        r"\b(?:estoy|estamos|quedo|quedamos|quedé) (?:muy |totalmente |completamente )*(?:satisfech[oa]s?|content[oa]s?|encantad[oa]s?|feliz)\b",
        r"\b(?:pueden|puede|puedes) (?:ya )?(?:cerrar|dar por cerrad[oa]) (?:el|la|este|esta|mi) (?:caso|ticket|incidencia|asunto|consulta)\b",
        r"\b(?:(?:ya )?(?:llegó|ha llegado|llegaron|han llegado|he recibido|recibí|recibimos|hemos recibido|recibido|recibida))\b",
    ),
    nothing=(
        r"(?:no\s*,?\s*)?(?:no hay |no necesito |no tengo )?nada (?:más|mas)(?: (?:que añadir|por ahora|gracias|por mi parte|muchas gracias))*",
        r"(?:no tengo |no hay |no tenemos |sin )?(?:ninguna otra|más|ningún otro|otras) (?:preguntas?|dudas?|problemas?|consultas?|duda)(?: (?:gracias|por mi parte))*",
        r"(?:no\s*,?\s*)?(?:eso es todo|es todo|eso era todo|eso sería todo|sería todo)(?: (?:gracias|por mi parte|por ahora))*",
    ),
    praise=r"(?:todo )?(?:perfecto|excelente|estupendo|fenomenal|genial|de maravilla)",
    thanks=r"(?:muchas |muchísimas |mil |un millón de )?(?:gracias|se lo agradezco|se agradece|os lo agradezco|agradecid[oa]s?)(?: (?:por todo|de nuevo|otra vez|a tod[oa]s|a usted(?:es)?|a vosotros))*",
    hello=r"(?:hola|buenos días|buenas (?:tardes|noches)|buenas|estimad[oa]s?|querid[oa]s?)(?: (?:a todos|equipo|señor|señora|señores|de nuevo))*",
    goodbye=r"(?:(?:que tenga[ns]? )?(?:un )?buen (?:día|fin de semana)|buena (?:tarde|semana)|feliz (?:día|semana|tarde)|ha sido un placer|muy amables?|hasta (?:pronto|luego)|adiós|de nada|sigan así|cuídese|no hay problema)",
    yes=r"(?:sí|si|claro|claro que sí|por supuesto|así es|efectivamente|correcto|totalmente|sí (?:todo|claro|señor|señora|correcto))",
    no=r"(?:no|para nada|todavía no|aún no|lamentablemente no)",
    more=(
        r"\b(?:no|nunca|jamás|todavía|aún|sigue|siguen|sigo|falta|faltan|faltaba|espero|esperando|mal|rot[oa]s?|defectuos[oa]s?|dañad[oa]s?|equivocad[oa]s?|incorrect[oa]s?|error|peor|incompleto|parcialmente|decepcionad[oa]|vergüenza|inaceptable|excepto|salvo|ningún|ninguna|sin)\b",
    ),
    new=(
        r"\b(?:otra|otro|nueva|nuevo|segunda) (?:\w+ )?(?:pregunta|problema|duda|cosa|tema|consulta|pedido|asunto|incidencia|factura)\b",
        r"\b(?:por cierto|además|aparte|también (?:quería|quisiera|necesito|me gustaría|tengo)|una (?:pregunta|duda|consulta|cosa)|quería (?:preguntar|saber|consultar)|ya que est(?:amos|oy)|otra cosa|aprovecho)\b",
    ),
    asks=r"\b(?:cuándo|cuando|dónde|donde|por qué|cómo|cuánto|cuál|qué|puede (?:decirme|enviarme)|podría[ns]?|pueden (?:enviarme|decirme|llamarme)|debo|tengo que)\b",
    sign_off=r"(?:un )?(?:cordial(?:es)? )?saludos?(?: cordial(?:es)?)?|atentamente|(?:un )?abrazo|enviado desde\b.*|atte",
    solved_question=r"(?:resuelt|solucion|funciona|recib|lleg|satisfech|en orden|content|todo bien|\bbien\b|arregl|\bok\b)",
    else_question=r"(?:algo más|falta|otra cosa|más en (?:que|lo)|ayudar|necesita|queda algo|alguna otra|pendiente)",
)

LANGUAGES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}

"""What promises sound like in French."""

from __future__ import annotations

from goodword.promises.words.forms import Forms

_SUBJECT = r"(?:je|j'|nous|on|il|elle|ils|elles|vous|votre|notre|mon|le|la|les|un|une|ce|cela|ça|quelqu'un)"

FRENCH = Forms(
    boundary=(
        r"\s*;\s*| [–—-]{1,2} |—|…|\s?: "
        r"|(?:^|,? )(?:(?:et|mais|ou) )?(?P<word>si|s'(?=il)|lorsque|quand|dès que|une fois que|aussitôt que|après que|parce que|bien que|pendant que|tant que)\s*"
        rf"|, (?:et |mais |puis |donc )?(?={_SUBJECT})| (?:et|mais|puis) (?=(?:je|j'|nous|on|il|elle|ils|elles|vous|votre|notre|mon|ce|cela|ça)\s?)"
    ),
    subordinate=frozenset({"si", "s'", "lorsque", "quand", "dès que", "une fois que", "aussitôt que", "après que", "tant que"}),
    waiting=frozenset({"si", "s'", "lorsque", "quand", "dès que", "une fois que", "aussitôt que", "après que"}),
    future=(
        "<will>", "vais|allons|va|vont !bien|mieux (vous|le|la|les|lui|y|en|l'|m'en|nous_en) <to>", "m'engage|nous_engageons", "je vous promets|garantis|assure", "nous vous promettons|garantissons|assurons",
    ),
    present=(
        "vous rappelle|rappelons|envoie|envoyons|tiens|tenons|rembourse|remboursons|transmets|transmettons|recontacte|recontactons|réponds|répondons|appelle|appelons|informe|informons|expédie|expédions|adresse|adressons|fais|faisons|réserve|crédite|offre|préviens",
        "reviens|revenons vers|à", "m'en|m' occupe|charge", "nous en occupons|chargeons", "transmets|transmettons|vérifie|vérifions|demande|demandons|regarde|regardons|envoie|envoyons", "recevez|aurez", "part|arrive|est_livré|est_expédié", "passe|passons|vient|viennent|viens",
    ),
    reader=("vous|votre|vos|te|ton|tes", "m'en", "nous en", "cela|ça|le|la .. à|au|aux"),
    never=(
        "pouvons|peux|peut|pourrait|pourrions|pourrais|pouvez|pourrez|pourriez|pourra|pourrons|voudrais|voudrions|aimerais|aimerions|souhaitez|voulez|devriez|devez|devrez|faut|faudra|faudrait", "espère|espérons|espoir|peut-être|éventuellement|probablement",
        "ne|n'~ .. pas|jamais|plus|aucun|aucune", "généralement|habituellement|normalement|toujours|en_général", "serons|serai|seront (très|toujours|bien) ravis|heureux|heureuse|attentifs|disponibles|là|à_votre|absent|fermés|fermé", "ferons de_notre_mieux|tout_notre_possible|tout_pour", "sera facturé|débité", "veuillez|merci_de|n'hésitez|prière", "avons|ai|a été|envoyé|remboursé|transmis|fait|procédé",
        "en cours",
    ),
    spared=("ne serez|sera|seront (plus|pas) facturé|débité|prélevé|facturée|débitée|prélevée|relancé", "ne vous facturerons|facturerai|contacterons|débiterons"),
    you_first=("vous|votre", "cela|ça|cette vous|convient|te", "nous|je|j' aurons|aurai|avons|ai .. votre|vos|reçu|les", "le|ce problème .. persiste|reproduit|continue", "autre|d'autres"),
    asking=("veuillez", "merci de", "pouvez-vous|pourriez-vous|pourrez-vous", "envoyez|appelez|contactez|répondez|indiquez|donnez|transmettez|dites|confirmez|vérifiez|remplissez"),
    at_once=("un instant", "un moment", "patientez|patienter", "je regarde !cela|ça|demain", "tout de suite", "je vous transfère|passe"),
    writer=r"\b(?:je|j'|m'|me|mon|ma|mes)\b",
    kinds=(
        ("callback", ("appeler~|rappeler~|appell~|rappell~|téléphoner~|appelle|rappelle|appelons|rappelons|rappel|appel", "par téléphone")),
        ("escalate", ("transmettr~|transmets|transmettons|transférer~|remonter~|escalader~|faire_suivre|fais_suivre|faisons_suivre|ferai_suivre|ferons_suivre|signaler~|confier~", "parler~|parle|parlons .. à|avec", "demander~|demande|demandons .. à|au|aux")),
        ("update", ("tiendr~|tiens|tenons .. courant|informé|informée", "reviendr~|reviens|revenons", "recontacter~|recontacte|recontactons|contacter~|contacté|contactée", "répondr~|réponds|répondons|réponse", "informer~|informe|informons|préviendr~|préviens|prévenir", "nouvelles|entendrez", "faire_savoir|ferai_savoir|ferons_savoir|dirai|dirons", "donner~ .. nouvelles|réponse|suite")),
        ("document", ("<papers>",)),
        ("refund", ("rembours~", "argent|montant|somme .. compte|carte", "virement|virer~")),
        ("credit", ("avoir|bon_d'achat|bon_de|remise|réduction|crédit~|crédité|geste_commercial|points|dédommag~|chèque_cadeau", "offr~")),
        ("replacement", ("remplac~|échang~|nouvel|nouveau|nouvelle", "un|une autre")),
        ("visit", ("technicien|réparateur|plombier|électricien|livreur|rendez-vous|passer~|passera|passe|passons|viendr~|vient|viens|visite|rencontrer~|récupérer~|enlèvement",)),
        ("email", ("e-mail|mail|courriel|sms|message|écrir~|lien|mot_de_passe|confirmation|identifiants|numéro_de_suivi",)),
        ("shipment", ("expédi~|livr~|colis|commande|envoi|expédition|arriver~|arrive|part|partir~",)),
        ("investigate", ("vérifi~|examiner~|enquêt~|regard~|étudier~|analys~|chercher~|contrôler~|me_renseigner|renseigner~",)),
        ("fix", ("répar~|résoudr~|résolu|corrig~|rétabli~|débloqu~|régler~|réglé|remettr~",)),
        ("shipment", ("envoi~|enverr~|envoy~|adresser~",)),
        ("update", ("décision|résultat|information|informations",)),
    ),
    sets={
        "will": (
            "sera|serez|seront|aura|aurez|auront|ferai|ferons|fera|enverrai|enverrons|enverra|tiendrai|tiendrons|tiendra|reviendrai|reviendrons|reviendra|viendra|viendrai|viendrons|verrons|verrai|recevrez|recevra|obtiendrez|"
            "appellerai|appellerons|appellera|rappellerai|rappellerons|rappellera|contacterai|contacterons|contactera|recontacterai|recontacterons|recontactera|répondrai|répondrons|répondra|informerai|informerons|informera|transmettrai|transmettrons|transmettra|rembourserai|rembourserons|remboursera|"
            "vérifierai|vérifierons|vérifiera|livrerai|livrerons|livrera|expédierai|expédierons|expédiera|remplacerai|remplacerons|remplacera|réparerai|réparerons|réparera|passerai|passerons|passera|arrivera|partira|donnerai|donnerons|donnera|prendrai|prendrons|prendra|mettrai|mettrons|créditerai|créditerons|"
            "examinerai|examinerons|étudierai|étudierons|occuperai|occuperons|annulerai|annulerons|annulera|corrigerai|corrigerons|préviendrai|préviendrons|écrirai|écrirons|offrirai|offrirons|réglerai|réglerons|échangerons|parlerai|parlerons|demanderai|demanderons|confirmerai|confirmerons|saurez|entendrez|dirai|dirons|adresserai|adresserons|fournirai|fournirons"
        ),
        "to": "a~|b~|c~|d~|e~|é~|f~|g~|h~|i~|j~|l~|m~|n~|o~|p~|q~|r~|s~|t~|u~|v~",
        "papers": "facture|factures|contrat|devis|document|documents|formulaire|copie|rapport|attestation|étiquette|bordereau|notice|certificat|fichier|pdf|courrier|lettre|reçu|relevé|liste|mode_d'emploi|planning",
    },
)  # fmt: skip

"""What promises sound like in German."""

from __future__ import annotations

from goodword.promises.words.forms import Forms

_SUBJECT = r"(?:ich|wir|er|sie|es|man|der|die|das|ein|eine|unser\w*|mein\w*|ihr\w*|dein\w*|jemand)"

GERMAN = Forms(
    boundary=(
        r"\s*;\s*| [–—-]{1,2} |—|…|: "
        r"|(?:^|,? )(?:(?:und|aber|oder) )?(?P<word>wenn|falls|sobald|sofern|nachdem|bevor|solange|weil|obwohl|damit|dass|ob|während) "
        rf"|, (?:und |aber |denn |sondern |sodass |dann )?| (?:und|aber|denn) (?={_SUBJECT}\s)"
    ),
    subordinate=frozenset({"wenn", "falls", "sobald", "sofern", "nachdem", "bevor", "solange", "ob"}),
    waiting=frozenset({"wenn", "falls", "sobald", "sofern", "nachdem", "solange"}),
    future=("werde|werden|wird !empfohlen|gebeten|benötigt|immer|stets|uns_bemühen|uns_freuen|darum_gebeten|angezeigt", "verspreche|versprechen .. dass|ihnen|es", "garantiere|garantieren|sichere|sichern .. zu|dass"),
    present=(
        "melde|melden|meldet .. mich|uns|sich", "gebe|geben|gibt .. bescheid|rückmeldung|weiter", "halte|halten .. laufenden", "rufe|rufen|ruft .. an|zurück|sie|dich", "schicke|schicken|schickt|sende|senden|sendet|maile|mailen|schreibe|schreiben",
        "leite|leiten|leitet .. weiter", "prüfe|prüfen|prüft|kläre|klären|klärt|untersuche|untersuchen|checke|checken", "erstatte|erstatten|überweise|überweisen|überweist|zahle|zahlen", "tausche|tauschen|ersetze|ersetzen|ersetzt", "liefere|liefern|liefert|versende|versenden|verschicke|verschicken",
        "repariere|reparieren|repariert|behebe|beheben|behebt|löse|lösen", "kümmere|kümmern|kümmert .. mich|uns|sich", "komme|kommen|kommt", "erhalten|bekommen|erhältst|bekommst sie|du|eine|einen|ein|das|die|den|ihre|ihr|ihren|von", "sie|du erhalten|bekommen|hören|erhältst|bekommst", "hören von|wieder|bis|spätestens",
        "bringe|bringen|bringt", "lasse|lassen|lässt", "storniere|stornieren|kündige|kündigen|buche|buchen|bucht|reserviere|reservieren|verlängere|verlängern|erledige|erledigen", "bespreche|besprechen|frage|fragen", "informiere|informieren|informiert|benachrichtige|benachrichtigen", "antworte|antworten|antwortet", "schreibe|schreiben .. gut", "geht .. raus|heraus|zu|auf|an",
        "ist|sind (dann|wieder|bis) .. da|fertig|bei_ihnen|behoben|verfügbar|erledigt", "schaue|schauen|schaut|sehe|sehen .. an|nach", "setze|setzen|setzt .. mich|uns|sich", "nehme|nehmen|nimmt .. kontakt|auf", "hole|holen|holt .. ab", "veranlasse|veranlassen",
    ),
    reader=("ihnen|ihre|ihren|ihrer|ihrem|sie|dich|dir|dein|deine|deinen|euch", "mich|uns darum", "bescheid", "weiter", "das|dies an|nach|gleich|sofort"),
    never=(
        "kann|können|könnte|könnten|könnt|würde|würden|möchte|möchten|dürfte|darf|dürfen|müsste|müssten|sollten|müssen", "hoffe|hoffen|hoffentlich|vielleicht|eventuell|vermutlich|wahrscheinlich", "nicht|kein|keine|keinen|leider", "in der regel", "normalerweise|üblicherweise|grundsätzlich|immer|stets|jederzeit|gerne|gern",
        "wurde|wurden|worden|habe|haben|hat|hatte|hatten", "bemühen|freuen|entschuldigen|bedauern|wünschen|danken", "bitte", "gerade|derzeit|momentan|aktuell", "wird sich", "je nach", "kostet|kosten|gilt|gelten",
    ),
    spared=("werden|wird ihnen|dir|nicht .. nicht .. berechnet|belastet|abgebucht|verlängert", "nicht mehr|erneut|noch_einmal .. berechnet|belastet|abgebucht|kontaktiert", "keine weiteren|weitere|kosten .. kosten|gebühren|entstehen|berechnet", "nicht .. berechnet|abgebucht|belastet|kontaktieren|anrufen|berechnen"),
    you_first=("sie|du|ihr|ihre|deine", "wir|ich .. von_ihnen|von_dir|ihre|ihren|deine|die_unterlagen|die_daten|die_angaben|den_artikel|die_ware", "das|dies|es .. passt|recht|in_ordnung|ok|okay", "weitere|noch fragen", "das problem .. bestehen|wieder|weiterhin|erneut|auftritt", "fragen|probleme"),
    asking=("(bitte) senden|schicken|teilen|geben|nennen|rufen|schreiben|antworten|bestätigen|melden|prüfen|laden|füllen|schauen|beachten|wenden sie", "können|könnten|würden sie", "bitte", "schick|sende|ruf|schreib|nenn|teil|gib"),
    at_once=("einen moment", "moment bitte", "augenblick", "sofort .. an", "schaue|sehe .. gerade|kurz|mal", "verbinde"),
    writer=r"\b(?:ich|mich|mir|mein\w*)\b|\b(?:melde|rufe|schicke|sende|gebe|halte|prüfe|kläre|leite|kümmere|komme|werde)\b",
    kinds=(
        ("callback", ("rufe|rufen|ruft|anrufen|zurückrufen|anruft|zurückruft|angerufen|zurückgerufen", "anruf|rückruf|telefonisch")),
        ("escalate", ("leite|leiten|leitet|weiterleiten|weitergeleitet|weitergeben|weitergegeben|weiterreichen|eskalier~", "gebe|geben|gibt .. weiter", "bespreche|besprechen|frage|fragen|spreche|sprechen .. mit|bei|nach", "zugewiesen|zuweisen|übergebe|übergeben")),
        ("update", ("melde|melden|meldet (ich|wir|er|sie) mich|uns|sich", "melden", "bescheid|rückmeldung|laufenden", "informier~|benachrichtig~", "hören", "antwort~", "lasse|lassen .. wissen", "in verbindung", "kontakt~")),
        ("document", ("<papers>",)),
        ("refund", ("erstatt~|rückerstatt~|zurückerstatt~|zurückzahl~|zurücküberweis~|geld|betrag", "überweise|überweisen|überwiesen|ausgezahlt|auszahlen", "zahle|zahlen .. zurück")),
        ("credit", ("gutschrift|gutschein|gutscheincode|gutgeschrieben|gutschreiben|rabatt|punkte|entschädigung|kulanz", "schreibe|schreiben .. gut")),
        ("replacement", ("ersatz~|ersetz~|austausch~|umtausch~|neulieferung|neues|neuen gerät|artikel|exemplar", "tausche|tauschen", "ein|einen|eine neues|neuen|neue")),
        ("visit", ("techniker|monteur|handwerker|installateur|termin|vorbei|außendienst", "komme|kommen|kommt .. zu_ihnen|vorbei|um", "abholen|abgeholt", "hole|holen|holt .. ab", "treffen")),
        ("shipment", ("versand|versendet|versandt|versende|versenden|verschick~|liefer~|zugestellt|zustell~|paket|sendung|bestellung|lieferung|ware|kommt_an|unterwegs", "geht .. raus|heraus|zu|post", "bei ihnen")),
        ("email", ("e-mail|mail|maile|mailen|sms|nachricht|schreibe|schreiben|zugangsdaten|passwort|link|bestätigung|sendungsnummer|trackingnummer",)),
        ("investigate", ("prüf~|überprüf~|klär~|abklär~|untersuch~|nachsehen|nachschauen|nachforsch~|recherchier~|analysier~|checke|checken", "schaue|schauen|sehe|sehen .. an|nach")),
        ("fix", ("reparier~|beheb~|behoben|lös~|gelöst|beseitig~|wiederherstell~|instand|funktioniert|entsperr~|freischalt~|korrigier~|berichtig~",)),
        ("shipment", ("schicke|schicken|schickt|sende|senden|sendet|geschickt|gesendet|zuschicken|zusenden",)),
        ("update", ("entscheidung|ergebnis|neuigkeiten|status|information|informationen|auskunft",)),
    ),
    sets={"papers": "rechnung|rechnungen|vertrag|angebot|unterlagen|dokument|dokumente|formular|formulare|kopie|bericht|bescheinigung|bestätigungsschreiben|rücksendeetikett|retourenlabel|etikett|label|anleitung|kostenvoranschlag|entwurf|datei|pdf|protokoll|lieferschein|quittung|zeugnis|liste|anschreiben|brief|plan"},
)  # fmt: skip

"""The words by which mail programs mark what is quoted, per language. Data only; replies.py says how it is used.

Sources: the resource files and shipped mails of Gmail, Apple Mail, Outlook, Thunderbird, Yahoo, GMX/web.de, K-9,
Zoho, Yandex, mail.ru, Lotus Notes, and the header names of each client's reply block.
"""

from __future__ import annotations

# Verbs of the attribution line ("On ..., Kim wrote:"), as regular expressions, per language.
WROTE = {
    "en": (r"wrote", r"writes", r"said", r"has written"),
    "de": (r"schrieb(?:en)?", r"hat geschrieben", r"geschrieben"),
    "fr": (r"a [ée]crit", r"écrit", r"a envoyé"),
    "es": (r"escribi[óo]", r"ha escrito"),
    "it": (r"ha scritto", r"scrive", r"scritto"),
    "pt": (r"escreveu", r"escreve"),
    "nl": (r"schreef", r"het volgende geschreven", r"heeft geschreven"),
    "sv": (r"skrev", r"skriver"),
    "da": (r"skrev", r"følgende"),
    "no": (r"skrev", r"skreiv"),
    "fi": (r"kirjoitti",),
    "pl": (r"napisa[łl](?:\(a\)|a)?", r"pisze", r"nadesłał(?:\(a\))?", r"pisał"),
    "cs": (r"napsal(?:\(a\)|a)?",),
    "sk": (r"nap[íi]sal(?:\(a\)|a|/a)?",),
    "hu": (r"[íi]rta(?: ezt)?",),
    "ro": (r"a scris",),
    "bg": (r"написа",),
    "ru": (r"написал(?:\(а\)|а)?", r"пишет", r"писал(?:\(а\))?"),
    "uk": (r"написав(?:\(ла\)|\(а\))?", r"написала", r"пише"),
    "el": (r"έγραψε", r"έγραψες"),
    "tr": (r"yazdı", r"şunu yazdı", r"şunları yazdı"),
    "vi": (r"đã viết", r"viết"),
    "id": (r"menulis", r"berkata"),
    "he": (r"כתב(?:/ה|ה)?", r"מאת"),
    "ar": (r"كتب(?:ت)?",),
    "ja": (r"wrote", r"のメール", r"書きました", r"さんは書きました", r"のメッセージ"),
    "ko": (r"작성", r"님이 작성(?:하였습니다|한 메시지)?", r"님이 쓴 글", r"썼습니다"),
    "zh": (r"写道", r"寫道", r"写到", r"于.{0,40}写道"),
    "th": (r"เขียนว่า", r"เขียน"),
    "hr": (r"napisao je", r"je napisao(?:/la)?", r"piše"),
    "sl": (r"je napisal(?:/a|\(a\)|a)?", r"je oseba .{1,120} napisala?"),
    "lt": (r"rašė", r"parašė"),
    "lv": (r"rakstīja",),
    "et": (r"kirjutas",),
    "ca": (r"va escriure", r"ha escrit"),
}

# What an attribution line begins with: the word before the date, per language ("" where the date comes first).
BEGINS = {
    "en": ("On", "At", "In article", "In message"),
    "de": ("Am", "Um"),
    "fr": ("Le", "En date de", "Dans un e-mail"),
    "es": ("El", "En"),
    "it": ("Il", "In data", "Nel giorno", "Da:"),
    "pt": ("Em", "No dia", "A"),
    "nl": ("Op",),
    "sv": ("Den", "På"),
    "da": ("Den", "På", "D."),
    "no": ("Den", "På"),
    "fi": ("Lähetetty",),
    "pl": ("W dniu", "Dnia", "W dn.", "Użytkownik"),
    "cs": ("Dne",),
    "sk": ("Dňa", "Dna"),
    "ro": ("În", "Pe", "La data de"),
    "bg": ("На",),
    "ru": ("В", "Вы писали"),
    "uk": ("У", "В"),
    "el": ("Στις", "Την"),
    "tr": ("Tarih:",),
    "vi": ("Vào", "Ngày", "Lúc"),
    "id": ("Pada",),
    "he": ("בתאריך", "ב-", "ביום"),
    "ar": ("في", "بتاريخ"),
    "ja": ("On",),
    "zh": ("在", "于"),
    "th": ("เมื่อ", "ใน"),
    "hr": ("Dana", "Dne"),
    "sl": ("Dne", "V V", "V"),
    "ca": ("El", "A"),
}

# Week days as dates begin with them (short forms match the long ones too).
DAYS = [
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "mo",
    "di",
    "mi",
    "do",
    "fr",
    "sa",
    "so",
    "mån",
    "tis",
    "ons",
    "tor",
    "fre",
    "lör",
    "sön",
    "man",
    "tir",
    "lør",
    "søn",
    "lun",
    "mar",
    "mer",
    "jeu",
    "ven",
    "sam",
    "dim",
    "mié",
    "jue",
    "vie",
    "sáb",
    "dom",
    "seg",
    "ter",
    "qua",
    "qui",
    "sex",
    "gio",
    "ma",
    "wo",
    "vr",
    "za",
    "zo",
    "pn",
    "wt",
    "śr",
    "czw",
    "pt",
    "sob",
    "ndz",
    "niedz",
    "pon",
    "ma",
    "ti",
    "ke",
    "to",
    "pe",
    "la",
    "su",
    "út",
    "st",
    "čt",
    "pá",
    "so",
    "ne",
    "пн",
    "вт",
    "ср",
    "чт",
    "пт",
    "сб",
    "вс",
    "нд",
    "pzt",
    "sal",
    "çar",
    "per",
    "cum",
    "cmt",
    "paz",
]

# Header names of a quoted block (Outlook and its like), per meaning, all languages together.
HEADERS = {
    "from": "from|von|de|da|van|från|fra|od|от|від|lähettäjä|feladó|de la|expéditeur|remitente|mittente|remetente|"
    "afzender|avsändare|afsender|nadawca|odesílatel|odosielateľ|kimden|gönderen|từ|người gửi|dari|差出人|送信者|"
    "보낸\\s?사람|发件人|發件人|寄件者|寄件人|מאת|من|από|จาก|no|saatja|pošiljatelj|expeditor|от кого",
    "sent": "sent|gesendet|gesendet am|envoyé|envoyé le|envoye|enviado|enviado el|enviado em|enviada em|enviada|inviato|"
    "inviato il|verzonden|verstuurd|skickat|skickades|sendt|lähetetty|wysłano|wysłane|odesláno|odoslané|elküldve|trimis|"
    "отправлено|отправлен|надіслано|надіслане|gönderildi|gönderilme|gönderilen|đã gửi|gửi|dikirim|terkirim|送信日時|送信|"
    "보낸\\s?날짜|发送时间|發送時間|寄件日期|寄件時間|נשלח|תאריך שליחה|تاريخ الإرسال|مرسل|στάλθηκε|ส่งเมื่อ|poslano|saadetud|"
    "изпратено|date sent",
    "date": "date|message du|datum|fecha|data|dato|päivämäärä|päiväys|dátum|дата|tarih|ngày|tanggal|日付|日時|날짜|日期|时间|時間|"
    "תאריך|التاريخ|ημερομηνία|วันที่|kuupäev",
    "to": "to|an|à|a|para|aan|till|til|do|komu|címzett|către|catre|кому|до|kime|đến|tới|người nhận|kepada|untuk|宛先|받는\\s?사람|"
    "收件人|אל|إلى|προς|ถึง|za|vastaanottaja|destinatario|destinataire|empfänger|kopio|saaja|kam|į",
    "cc": "cc|copie à|kopie|copie|kopia|kopi|copia|cópia|dw|másolat|копия|копія|bilgi|tembusan|参照|参考|抄送|副本|참조|עותק|نسخة|κοιν|สำเนา|"
    "bcc|cci|cco|ccn",
    "subject": "subject|betreff|betr|objet|sujet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|předmět|predmet|tárgy|"
    "subiect|тема|относно|konu|chủ đề|tiêu đề|subjek|perihal|件名|제목|主题|主旨|主題|标题|标题|נושא|الموضوع|θέμα|เรื่อง|zadeva|teema|"
    "assumpte|subjecte",
    "other": "reply-to|reply to|importance|priority|organization|organisation|attachments|anlagen|risposta|rispondi a|"
    "antwort an|répondre à|importanza|wichtigkeit|vedhæftet|категории|mailed-by|signed-by|message-id|x-mailer",
}

# Lines between dashes that begin a quoted or forwarded mail, lower case, all languages.
SEPARATORS = (
    "original message|original messages|original email|original mail|original e-mail|original appointment|reply message|"
    "forwarded message|forwarded by .{1,80}|forward message|ursprüngliche nachricht|urspr\\S{0,4}ngliche nachricht|"
    "originalnachricht|original-nachricht|original nachricht|weitergeleitete nachricht|ursprünglicher termin|"
    "message d[’' ]?origine|message original|message initial|message transféré|courriel original|mail original|"
    "mensaje original|mensaje reenviado|mensaje origen|messaggio originale|messaggio inoltrato|messaggio originario|"
    "mensagem original|mensagem encaminhada|oorspronkelijk bericht|origineel bericht|doorgestuurd bericht|"
    "ursprungligt meddelande|originalmeddelande|vidarebefordrat meddelande|oprindelig meddelelse|original meddelelse|"
    "videresendt meddelelse|opprinnelig melding|videresendt melding|alkuperäinen viesti|välitetty viesti|"
    "wiadomość oryginalna|oryginalna wiadomość|wiadomość przekazana|treść przekazanej wiadomości|původní zpráva|"
    "původní e-mail|přeposlaná zpráva|pôvodná správa|eredeti üzenet|továbbított üzenet|mesaj original|mesajul original|"
    "mesaj redirecționat|исходное сообщение|пересылаемое сообщение|пересланное сообщение|оригинальное сообщение|"
    "конец пересылаемого сообщения|вихідне повідомлення|оригинално съобщение|orijinal ileti|özgün ileti|orijinal mesaj|"
    "iletilen mesaj|asıl mesaj|thư gốc|tin nhắn gốc|chuyển tiếp|pesan asli|pesan terusan|元のメッセージ|元のメール|"
    "転送メッセージ|オリジナルメッセージ|원본 메시지|원본 메일|전달된 메시지|원본메일|原始邮件|原始郵件|原邮件|转发邮件|"
    "轉寄郵件|转发的邮件|הודעה מקורית|הודעה שהועברה|الرسالة الأصلية|رسالة معاد توجيهها|αρχικό μήνυμα|προωθημένο μήνυμα|"
    "ข้อความต้นฉบับ|izvirno sporočilo|izvorna poruka|missatge original"
)

# Lines that begin a forwarded mail without dashes (Apple Mail and its like), lower case.
FORWARDS = (
    "begin forwarded message|message du \\d{1,2}/\\d{1,2}/\\d{2,4}.{0,20}|anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail|"
    "début du message réexpédié|début du message transféré|inicio del mensaje reenviado|comienza el mensaje reenviado|"
    "inizio messaggio inoltrato|início da mensagem encaminhada|início da mensagem reencaminhada|begin doorgestuurd bericht|"
    "vidarebefordrat brev|start på videresendt besked|videresendt melding|välitetty viesti alkaa|"
    "początek przekazywanej wiadomości|začátek přeposlané zprávy|továbbított levél kezdete|начало переадресованного сообщения|"
    "iletilen mesajın başlangıcı|bắt đầu thư được chuyển tiếp|転送されたメッセージ|전달된 메시지 시작|以下是转发的邮件"
)

# "Please answer above this line": everything below is ours (Zendesk, Freshdesk, Help Scout, Jira and their like).
ABOVE_THIS_LINE = (
    "reply above this line|type your reply above|above this line to reply|write above this line|"
    "respond above this line|antwort(?:en)? (?:bitte )?(?:oberhalb|über) dieser (?:linie|zeile)|"
    "bitte (?:antworten sie )?oberhalb dieser (?:linie|zeile)|répondre au-dessus de cette ligne|"
    "responda por encima de esta línea|scrivere sopra questa (?:linea|riga)|beantwoord boven deze (?:lijn|regel)"
)

# One-line footers of phones and programs, at the beginning of a line.
FOOTERS = (
    r"sent (?:from|via|with|by|using) (?:my |the |a )?(?!our\b|us\b|to\b)[\w\"'“*<\[(]",
    r"get outlook for (?:ios|android)",
    r"get (?:bluemail|the new outlook)",
    r"(?:von|aus) (?:meinem|meiner|mein) .{1,60}gesendet",
    r"(?:gesendet|versendet|verschickt|versandt|geschickt) (?:von|mit|über|aus|via)\b",
    r"von .{1,40} (?:gesendet|versendet)",
    r"holen sie sich outlook für",
    r"outlook für (?:ios|android)",
    r"envoyé (?:depuis|de|à partir|avec|par|via)\b",
    r"(?:télécharger|téléchargez|obtenir|obtenez) outlook pour",
    r"enviado (?:desde|do|de|a partir|con|pelo|por|via|via)\b",
    r"(?:obtener|obtén|obter|obtenha|baixar) (?:o )?outlook para",
    r"inviato (?:da|dal|con|tramite)\b",
    r"(?:ottieni|scarica) outlook per",
    r"(?:verzonden|verstuurd) (?:vanaf|vanuit|met|via|van)\b",
    r"(?:outlook voor|download outlook voor)",
    r"skickat från|hämta outlook för|sendt fra|send fra min|(?:hent|få) outlook (?:til|for)|sendt via",
    r"lähetetty|hanki outlook",
    r"wysłan[eo] (?:z|ze|za pomocą)|pobierz (?:aplikację )?outlook|wysłane z",
    r"odesláno z|odoslané z|získat outlook|získajte outlook",
    r"elküldve|küldve (?:a |az )?(?:iphone|ipad|android)|az .{1,30} küldve|outlook .{1,12} letöltése",
    r"trimis (?:de pe|din|cu)",
    r"отправлено (?:с|из|через)|отправлено от|надіслано (?:з|із)|изпратено от",
    r".{1,40}(?:'dan|'den|dan|den|'tan|'ımdan|imden) gönderildi|(?:android|ios) için outlook|outlook for",
    r"(?:được |đã )?gửi từ|dikirim dari|enviat (?:des|amb)|poslano (?:s|sa|z|iz) ",
    r"(?:iphone|ipad|android|スマートフォン).{0,12}から送信|.{0,20}から送信$|나의 .{1,30}에서 보냄|내 .{1,30}에서 보냄",
    r"(?:发自|發自|从我的|從我的|来自我的|發送自|发送自|从 windows|获取 outlook|取得 outlook)",
    r"נשלח מ|أُ?رسلت من|ارسل من|تم الإرسال من|στάλθηκε από|εστάλη από|ส่งจาก",
)

# Footers that no person writes, also when they end like a sentence.
SURE_FOOTERS = (
    r"(?:diese nachricht|diese e-?mail) wurde (?:von|mit|über) .{1,120}(?:gesendet|verschickt)\.?",
    r"(?:virus-free|virenfrei|sans virus|libre de virus|privo di virus|virusvrij|livre de vírus)\W{1,3}(?:www\.)?(?:avast|avg)",
    r"(?:this|diese|cet|este) (?:e-?mail|e-?mail-nachricht|message) (?:has been|wurde) (?:checked|von|scanned|geprüft).{1,80}(?:avast|avg|virus)",
    r"this (?:message|e-?mail) was sent (?:from|using|with) .{1,60}(?:app|mobile|phone)\b",
)

"""The words of reports about undelivered mail, per server and language. Data only; notices.py says how it is used.

Sources: the shipped templates of Sendmail (src/savemail.c), Postfix (bounce.5), Exim (EXIM notice files), qmail (QSBMF,
cr.yp.to/proto/qsbmf.txt), Courier, OpenSMTPD, DragonFly dma, Exchange and Microsoft 365 in their display languages,
Notes/Domino, Google, Yahoo, AOL, mail.ru, Zoho, SES, WorkMail, James, MDaemon, hMailServer, PowerMTA, KDDI and docomo.
"""

from __future__ import annotations

# Local parts under which mail servers write (RFC 2142 names postmaster; the others are customs).
DAEMONS = frozenset({
    "mailer-daemon", "mailer.daemon", "mailerdaemon", "mailer_daemon", "mail-daemon", "maildaemon", "mail.daemon",
    "postmaster", "mdaemon", "mail-delivery", "mail_delivery_subsystem", "mail-delivery-subsystem", "double-bounce",
    "mailsystem", "mail-system", "mmdf", "mail_system",
})  # fmt: skip

# Display names under which mail servers write, lower case.
DAEMON_NAMES = (
    "mail delivery su|mail delivery sy|mail delivery system|mailer[- ]?daemon|mail administrator|system administrator|"
    "systemadministrator|administrateur système|administrador del sistema|amministratore (?:di )?sistema|ndr administrator|"
    "microsoft outlook|postmaster|internet mail delivery|delivery subsystem|mail delivery service|mail system"
)

# Subjects of failure reports, lower case, as regular expressions.
FAILED_SUBJECTS = (
    # Sendmail, Postfix, Exim, qmail, Courier and their like
    r"returned mail|undelivered mail|undeliverable|mail delivery (?:failed|failure|problem|error|status|notification)",
    r"failure notice|delivery status notification|delivery (?:notification|failure|failed|has failed|problem|error|report)",
    r"\[bounced?\]|mail failed|mail(?:er)? (?:system error|failure|delivery system|error)|returning message to sender|return(?:ed)? to sender",
    r"message (?:delivery (?:has )?failed|could not be delivered|undeliverable|not delivered|rejected)|mail could not be",
    r"(?:mail|message|e-?mail) (?:was |is )?(?:undeliverable|not delivered|returned|bounced)|email delivery failure",
    r"non-?delivery (?:report|notification|receipt)|nondeliverable|nicht zustellbare? ?mail|unable to deliver|not deliverable",
    r"could not be delivered|(?:was|been) not delivered|automatically rejected mail|problem delivering|bounced mail",
    r"(?:your )?(?:message|mail|e-?mail) .{0,80}(?:could not be|was not|not) delivered|dead letter|mail rejected",
    r"permanent (?:delivery )?(?:failure|error)|delivery .{0,40}\(failure\)|failed mail|cannot send message for",
    # German, French, Spanish, Italian, Portuguese
    r"unzustellbar|nicht zustellbar|zustellung (?:ist )?(?:fehlgeschlagen|nicht möglich)|zustellfehler",
    r"konnte nicht zugestellt werden|übermittlungsfehler|fehler bei der (?:zustellung|übermittlung)|unzustellbarkeitsbericht",
    r"non remis|non distribu(?:é|able)|échec (?:de )?(?:la )?(?:remise|distribution|livraison)|n'a pas pu être remis",
    r"courrier non délivré|retourné à l'expéditeur|impossible de remettre",
    r"no se (?:puede|pudo|ha podido) entregar|no entregado|no se entregó|error (?:en|de) (?:la )?entrega",
    r"devuelto al remitente|correo devuelto|mensaje no entregado|imposible entregar",
    r"mancat[oa] (?:recapito|consegna)|impossibile (?:recapitare|consegnare)|non recapitabile|non (?:è stato )?(?:recapitato|consegnato)",
    r"errore di (?:recapito|consegna)",
    r"não (?:foi possível|é possível|pôde ser) (?:a )?entreg|não entregue|falha (?:na|de) entrega",
    r"mensagem devolvida|não pode ser entregue|erro de entrega",
    # Dutch, Swedish, Danish, Norwegian, Finnish
    r"onbestelbaar|niet (?:bezorgd|afgeleverd|bestelbaar)|aflevering mislukt|kan niet worden bezorgd",
    r"kan inte levereras|ej levererat|leveransfel|kunde inte levereras|olevererbart",
    r"kan ikke leveres|ikke leveret|kunne ikke leveres|leveringsfejl|leveringsfeil|uleverbar",
    r"toimittaminen epäonnistui|ei voitu toimittaa|ei voi toimittaa|perille toimittamaton|toimitusvirhe",
    # Polish, Czech, Slovak, Hungarian, Romanian, Croatian, Slovene
    r"niedostarczal|nie (?:można|udało się) dostarczyć|nie dostarczono|niedoręcz|zwrot poczty|błąd doręczenia",
    r"nedoručiteľn|nedoručiteln|nedoruč|nelze doručit|nepodařilo se doručit|nie je možné doručiť",
    r"kézbesíthetetlen|nem kézbesíthető|sikertelen kézbesítés|nem sikerült kézbesíteni",
    r"nelivrat|nu a putut fi livrat|livrare eșuată|nije moguće isporučiti|neisporuč|ni mogoče dostaviti|nedostavlj",
    # Russian, Ukrainian, Bulgarian, Greek, Turkish
    r"не (?:доставлен|удается доставить|удалось доставить|может быть доставлен)|недоставлен|ошибка доставки|невозможно доставить",
    r"не (?:доставлено|вдалося доставити|може бути доставлен)|недоставлен|не може да бъде доставен|недоставено",
    r"δεν (?:παραδόθηκε|είναι δυνατή η παράδοση)|αποτυχία παράδοσης|μη παραδόσιμο|ανεπίδοτο",
    r"teslim edilemedi|teslim edilemiyor|teslimat (?:hatası|başarısız)|iletilemedi",
    # Japanese, Chinese, Korean, Vietnamese, Thai, Indonesian, Hebrew, Arabic
    r"配信不能|配信できません|配信(?:に失敗|エラー)|送信(?:できません|エラー|失敗)|未配信|配達不能|メール(?:が届きません|エラー)|不達|戻り",
    r"退信|无法(?:投递|送达|传递|傳遞)|未送达|投递失败|發送失敗|发送失败|無法(?:傳遞|投遞|寄送|送達)|未傳遞|未传递|傳遞失敗|退回",
    r"배달(?:되지 않|할 수 없|하지 못)|전송 ?(?:실패|되지)|반송|전달(?:되지|할 수 없)|발송 실패",
    r"không (?:thể )?(?:gửi|chuyển|phân phối)|ไม่สามารถส่ง|tidak (?:dapat|bisa) (?:di)?kirim|gagal (?:di)?kirim",
    r"לא ניתן (?:למסור|להעביר)|לא נמסר|تعذر (?:التسليم|تسليم)|لم يتم التسليم|فشل (?:تسليم|التسليم|الإرسال)",
)  # fmt: skip

# Subjects of warnings: the server keeps trying.
DELAYED_SUBJECTS = (
    r"\(delay(?:ed)?\)|^warning:|warning: (?:message|could not send)|delayed mail|(?:mail|message|delivery|e-?mail) (?:has been |is |was )?delayed",
    r"still being retried|delivery (?:is )?delayed|delivery (?:delay|warning)|delivery status notification(?: \(|: )(?:delay|warning)",
    r"message (?:\S{1,80} )?delayed|will (?:be )?retr(?:y|ied)|deferred|temporar(?:y|ily) (?:delivery )?(?:failure|undeliver|problem)",
    r"verzögert|verzögerung|retardé|remise retardée|retraso|demorad[oa]|se ha retrasado|ritardo|ritardat[oa]|atrasad[oa]|atraso",
    r"vertraagd|vertraging|försenad|fördröj|forsinke[tl]|viivästy|opóźni|zpožděn|oneskoren|késleltet|késik|întârzi",
    r"задерж|отложен|затрим|забав|καθυστέρ|gecik|配信遅延|遅延|遅れ|延迟|延遲|지연",
)  # fmt: skip

# Sentences by which a report says that a mail was not delivered.
FAILED_TEXTS = (
    r"could not be delivered|couldn't be delivered|cannot be delivered|can't be delivered|was not delivered|has not been delivered to",
    r"(?:has|have|had) not been delivered|not be delivered to (?:one or more|the following|all)|undeliverable|undelivered",
    r"(?:unable|failed|not able|wasn't able|were unable|not possible) to deliver|couldn't (?:deliver|be reached)|failed permanently",
    r"delivery (?:to|of) (?:the following|this|your|one or more)|delivery (?:has )?failed|delivery (?:of your message )?(?:failed|was aborted)",
    r"(?:permanent|fatal) (?:fatal )?errors?|delivery (?:problems|errors?|failure)|did not reach (?:the|one|all)|had (?:permanent|delivery|transient)",
    r"returned to (?:you|sender|the sender)|returning (?:the )?(?:message|mail)|bounced|this is (?:a|the) (?:mail delivery|delivery failure|bounce)",
    r"error (?:delivering|(?:has )?occurred while (?:attempting to )?(?:send|deliver)\w*)|there was (?:an error|a problem) (?:delivering|with)|did not like our",
    r"(?:was|were|been|is) (?:automatically )?(?:rejected|refused|blocked)|not accepted|does not (?:exist|like recipient)|no longer (?:valid|exists|active)",
    r"(?:unknown|invalid|no such|bad|unrecogni[sz]ed) (?:user|recipient|mailbox|address|account|domain|host|final delivery userid)",
    r"user (?:unknown|not found|doesn't|does not)|(?:recipient|mailbox|address|account) (?:unknown|not found|unavailable|rejected|disabled|full|is full|over quota)",
    r"mailbox (?:is )?full|over ?quota|quota exceeded|not listed in|doesn't have an? \S{1,80} account|giving up|given up|can't find|host not found",
    r"the group you tried to contact|unknown recipient|no valid recipients|couldn't find|not reach the following|transcript of session|failed recipients?",
    r"konnten? nicht zugestellt|nicht zugestellt werden|unzustellbar|nicht ausgeliefert|zustellung .{0,60}fehlgeschlagen|nicht erreicht|fehler beim zustellen",
    r"n'a pas (?:pu )?(?:être|été) (?:remis|distribué|délivré|livré)|n'ont pas pu être|non distribuable|échec de (?:la )?(?:remise|distribution)|impossible de (?:remettre|délivrer)",
    r"no (?:se )?(?:ha |pudo |puede |ha podido )?(?:ser |sido )?entrega|no pudo entregarse|no se pudo entregar|no ha llegado|imposible entregar",
    r"non (?:è stato possibile|è stato|può essere|ha potuto|è) (?:recapitat|consegn|recapit)|impossibile (?:recapitare|consegnare)|mancat[oa] (?:recapito|consegna)",
    r"não (?:foi possível|pôde|pode|foi|pôde ser|é possível) (?:ser )?(?:entreg|fazer a entrega)|falha (?:na|de) entrega|não chegou",
    r"niet (?:worden )?(?:bezorgd|afgeleverd|besteld)|kon niet|onbestelbaar|kunde inte levereras|kunne ikke leveres|kan ikke leveres|ei voitu toimittaa|ei toimitettu",
    r"nie (?:można|może zostać|został[ay]?|udało się) (?:\S{1,20} )?dostarcz|nie dostarczono|nelze doručit|nebyl[ao]? doručen|nepodařilo se doručit|nem (?:sikerült )?kézbesít",
    r"не (?:может|могут|может быть|были?|удалось|удается|было) ?(?:быть )?(?:доставлен|доставить)|не доставлен|не (?:може|вдалося) (?:бути )?достав",
    r"δεν (?:ήταν δυνατή|παραδόθηκε)|teslim edileme|iletileme|送信できません|送信に失敗|配信できません|配信でき|届けることができ|エラーのため|届きません|見つかりません",
    r"无法(?:送达|投递|传递|发送)|未能(?:送达|投递)|退信|退回|無法(?:傳遞|投遞|送達|寄送)|不存在|배달(?:할 수 없|되지|하지 못)|전송(?:할 수 없|하지 못|되지)|전달(?:할 수 없|되지)",
    r"không (?:thể|được) (?:gửi|chuyển)|ไม่สามารถ(?:ส่ง|จัดส่ง)|tidak (?:dapat|bisa) (?:dikirim|disampaikan)|לא (?:ניתן|נמסר)|تعذر|لم يتم تسليم|nu a putut fi (?:livrat|trimis)",
)  # fmt: skip

# Sentences that only a mail server writes: a parcel that "could not be delivered" must not pass for a bounce.
SURE_TEXTS = (
    r"(?:message|mail|e-?mail)\b.{0,120}(?:could not be|couldn't be|was not|were not|cannot be|has not been|can't be) delivered to (?:the following|one or more|all|some|any|its|your|mobile)",
    r"(?:created|generated|sent) automatically by (?:the )?(?:mail delivery|mail|smtp|e-?mail)|automatically generated delivery status",
    r"delivery to the following (?:recipient|address)|did not reach the following recipient|not deliver(?:ed)? to the following (?:recipient|address|user)",
    r"this is the .{1,60} (?:program|mail agent|mail system|smtp server|mailer) (?:at|for)|smtp error from remote mail|transcript of (?:the )?session",
    r"remote (?:host|server) (?:said|responded|returned)|rcpt to:\s?<|recipient address rejected|reporting-mta:|final-recipient:|failed recipient",
    r"ihre (?:nachricht|e-?mail).{0,120}nicht zugestellt werden|votre (?:message|courriel).{0,120}n'a pas pu être (?:remis|distribué)",
    r"(?:tu|su) (?:mensaje|correo).{0,120}no (?:se )?(?:ha podido|pudo|puede) (?:ser )?entrega|messaggio.{0,120}(?:non è stato|impossibile) (?:recapit|consegn)",
    r"(?:sua )?mensagem.{0,120}não (?:foi|pôde|pode) (?:ser )?entreg|ваше (?:письмо|сообщение).{0,120}не (?:может|было|удалось)|次のあて先へのメッセージ|このメールは送信",
)  # fmt: skip

# Sentences by which a report says that the server keeps trying.
DELAYED_TEXTS = (
    r"this is (?:a|just a|only a) warning|warning message only|warning only|do not need to resend|no action is required on your part|advisory-only",
    r"(?:has|have) not yet been delivered|not yet been delivered|has been delayed|is delayed|delivery (?:attempts )?will (?:continue|be (?:retried|attempted))",
    r"will (?:be retried|continue to|keep trying|try again|retry)|message will be retried|still trying|attempts will continue|we will (?:continue|keep) (?:to )?try",
    r"delivery of this message has been delayed|has been postponed|is still (?:being )?(?:retried|in the queue)|continue to (?:try|attempt)",
    r"verzögert|wird weiterhin versucht|weitere zustellversuche|a été retardé|nouvelle tentative|se seguirá intentando|ha sido retrasado|verrà ritentat|sarà ritentat",
    r"wordt (?:opnieuw|nogmaals) geprobeerd|vertraagd|försöka igen|forsinket|будет предпринята|повторные попытки|попытки доставки будут|再試行|再送を試み|重试|重試|다시 시도",
)  # fmt: skip

# ...unless it says that it has given up all the same.
GIVEN_UP = (
    r"^returned mail|unsent message|permanent(?:ly)? (?:fatal |delivery )?(?:error|fail)|giving up|given up|fail(?:ed|ure) permanently|permanent failure|no further (?:delivery )?attempts|"
    r"will be deleted from queue|not be (?:retried|tried again)|could not be delivered for (?:the last )?\d{1,3} days?\.|"
    r"permanenter fehler|erreur permanente|error permanente|errore permanente|erro permanente"
)

# Marks of an answer or of a forwarded mail in a subject: a person sends these, also with a report inside.
ANSWERED_SUBJECT = (
    r"\s*(?:re|aw|antw|antwort|sv|vs|ref|rif|r|res|resp|odp|ynt|yan|tr|wg|fw|fwd|doorst|vl|vb|rv|enc|i|fs|pd|továbbítás|ilt|"
    r"回复|回覆|答复|转发|轉寄|返信|転送|회신|전달|הועבר|השב|رد)\s?(?:\[\d{1,3}\])?\s?[:：]"
)

# Lines behind which the returned mail stands, at the beginning of a line, lower case.
RETURNED_MARKS = (
    r"-{2,}+\s?(?:below this line is|this is a copy|the (?:header|body|original)|original me|returned m|start of returned|unsent m|here is|begin|message (?:header|text|follows)|original mail|undelivered)",
    r"-{3,}+\s?(?:original|returned|unsent|enclosed|here is|your original|mensaje original|ursprüngliche|message d'origine)",
    r"(?:the )?original message (?:follows|is attached|header|text|headers follow)|original message details|original message:|message headers? follow|returned message follows|message text follows",
    r"included (?:below )?is (?:a copy|the)|(?:this|here|below) is a copy of (?:the|your) (?:original )?(?:message|mail)|a copy of the (?:original )?message (?:follows|is)|copy of your message",
    r"your (?:original )?message (?:reads|follows|begins|is (?:returned|enclosed))|the (?:original|unsent|undelivered|returned|rejected|failed) (?:message|mail)",
    r"(?:header|headers|the header) (?:of|and top \d+ lines of) (?:the|your) (?:original )?message|-- the header and top|first \d+ (?:lines|bytes) of|old message:",
    r"the following is the (?:original|returned|text)|text of (?:the )?(?:original )?message follows|received message header|original headers|original mail info",
    r"diagnostic information for administrators|original-nachricht|der header der|={3,}+ ?(?:original|returned)|-++ ?returned mail follows|forwarded message",
)  # fmt: skip

# How a report names a recipient: fields of a machine-readable part shown as text, labels, and the word before an address.
RECIPIENT_FIELDS = "final-recipient|original-recipient|x-failed-recipients?|x-actual-recipient"
RECIPIENT_LABELS = (
    "recipients?|rcpt to|addressee|user|mailbox|e-?mail address|address|empfänger|destinataires?|destinatari[oa]s?|adressat|"
    "ontvanger|mottagare|modtager|mottaker|vastaanottaja|odbiorca|příjemce|címzett|получател\\w{1,3}|alıcı|宛先|あて先|受信者|"
    "收件人|받는 사람"
)
TOWARDS = "to|for|an|à|para|per|aan|till|til|do|на"

"""Mail that a program wrote, and mail that a program may answer (RFC 3834)."""

from __future__ import annotations

import pytest

from goodword.channels.email.reading import ReadMail, read

SUBJECTS = {
    "en": "Automatic reply: Your order",
    "en out": "Out of Office: Your order",
    "en away": "Out of office until Monday",
    "de": "Automatische Antwort: Ihre Bestellung",
    "de note": "Abwesenheitsnotiz: Ihre Bestellung",
    "fr": "Réponse automatique : votre commande",
    "fr absence": "Absence du bureau : votre commande",
    "es": "Respuesta automática: su pedido",
    "es out": "Fuera de la oficina: su pedido",
    "it": "Risposta automatica: il suo ordine",
    "pt": "Resposta automática: seu pedido",
    "nl": "Automatisch antwoord: uw bestelling",
    "sv": "Automatiskt svar: din beställning",
    "da": "Automatisk svar: din ordre",
    "nb": "Automatisk svar: din bestilling",
    "fi": "Automaattinen vastaus: tilauksesi",
    "pl": "Automatyczna odpowiedź: zamówienie",
    "cs": "Automatická odpověď: objednávka",
    "hu": "Automatikus válasz: rendelés",
    "ro": "Răspuns automat: comanda",
    "ru": "Автоматический ответ: заказ",
    "uk": "Автоматична відповідь: замовлення",
    "el": "Αυτόματη απάντηση: παραγγελία",
    "tr": "Otomatik yanıt: sipariş",
    "ja": "自動応答: ご注文",
    "zh-CN": "自动答复: 订单",
    "zh-TW": "自動回覆: 訂單",
    "ko": "자동 회신: 주문",
    "he": "תשובה אוטומטית: הזמנה",
    "ar": "رد تلقائي: الطلب",
    "vi": "Trả lời tự động: đơn hàng",
}
HEADS = {
    "RFC 3834": "Auto-Submitted: auto-replied",
    "RFC 3834 with a parameter": 'Auto-Submitted: auto-replied; owner-email="kim@customer.example"',
    "RFC 3834 generated": "Auto-Submitted: auto-generated",
    "RFC 5436": "Auto-Submitted: auto-notified",
    "Exchange": "X-Auto-Response-Suppress: All\nX-MS-Exchange-Inbox-Rules-Loop: kim@customer.example",
    "cPanel": "X-Autorespond: yes",
    "Gmail": "X-Autoreply: yes\nPrecedence: bulk",
    "vacation(1)": "Precedence: auto_reply",
    "Apple": "X-Apple-Action: VACATION/VACATION",
    "a read receipt": 'Content-Type: multipart/report; report-type=disposition-notification; boundary="B"',
}
PEOPLE = {
    "an answer to an automatic reply": "Subject: Re: Automatic reply: Your order",
    "a question about one": "Subject: Automatic replies do not work in my shop",
    "a holiday": "Subject: Vacation home 4711",
    "an absence": "Subject: I was absent when you came",
    "sent by a person, says the header": "Auto-Submitted: no\nSubject: Automatic reply: no, it is me",
}


def with_head(head: str, body: str = "Hello") -> ReadMail:
    return read(f"From: Kim <kim@customer.example>\nTo: support@desk.example\n{head}\n\n{body}\n".encode())


@pytest.mark.parametrize("language", SUBJECTS)
def test_an_automatic_reply_gives_itself_away_by_its_subject(language: str) -> None:
    mail = with_head(f"Subject: {SUBJECTS[language]}")
    assert mail.is_auto_reply
    assert mail.kind == "auto_reply"
    assert not mail.auto_response_ok


@pytest.mark.parametrize("program", HEADS)
def test_an_automatic_reply_gives_itself_away_by_its_header(program: str) -> None:
    mail = with_head(f"Subject: Strap\n{HEADS[program]}")
    assert mail.is_auto_reply
    assert not mail.auto_response_ok


@pytest.mark.parametrize("title", PEOPLE)
def test_people_are_not_taken_for_programs(title: str) -> None:
    assert not with_head(PEOPLE[title]).is_auto_reply


def test_a_vacation_without_any_mark_is_told_by_the_null_path_and_its_words() -> None:
    away = "I am out of the office until 20 January."
    assert with_head("Return-Path: <>\nSubject: Your order", away).is_auto_reply
    assert not with_head("Return-Path: <kim@customer.example>\nSubject: Your order", away).is_auto_reply


def test_a_receipt_is_told_from_a_vacation() -> None:
    told = "Disposition: manual-action/MDN-sent-manually; displayed"
    body = f"--B\nContent-Type: message/disposition-notification\n\n{told}\n--B--"
    mail = with_head(HEADS["a read receipt"], body)
    assert mail.kind == "read_receipt"


@pytest.mark.parametrize(
    "head",
    [
        "Precedence: bulk", "Precedence: list", "Precedence: junk", "List-Id: <news.customer.example>",
        "List-Unsubscribe: <https://customer.example/u>", "X-Loop: yes", "X-Auto-Response-Suppress: OOF",
        "Return-Path: <>", "X-Spam-Flag: YES", "Feedback-ID: 1:2:3:x",
    ],
)  # fmt: skip
def test_a_program_does_not_answer_lists_robots_and_those_who_ask_for_none(head: str) -> None:
    mail = with_head(f"Subject: Strap\n{head}")
    assert not mail.auto_response_ok
    assert not mail.is_auto_reply


@pytest.mark.parametrize("local", ["no-reply", "noreply", "donotreply", "mailer-daemon", "postmaster", "shop.noreply"])
def test_a_program_does_not_answer_where_nobody_reads(local: str) -> None:
    assert not read(f"From: {local}@customer.example\nSubject: Strap\n\nHello\n".encode()).auto_response_ok


def test_a_program_may_answer_a_person() -> None:
    mail = with_head("Subject: Strap\nReturn-Path: <kim@customer.example>")
    assert mail.auto_response_ok
    assert mail.kind == "ordinary"

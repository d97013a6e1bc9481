"""What is on file of a customer as sentences to confirm, and the file of purchases that brings it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from goodword.cases.access import case_for
from goodword.kit import clock
from goodword.kit.errors import Malformed
from goodword.people import on_file
from goodword.people import purchases as shop
from goodword.people.models import Agent
from goodword.web.doors import at_desk
from goodword.web.forms.purchases import PurchasesForm
from goodword.web.saving import for_admins


@require_GET
@at_desk
def sentences(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Shows what is on file as sentences that confirm instead of asking again."""
    case = case_for(agent, pk)
    found = on_file.sentences(shop.on_file(case.customer), case.customer.language)
    return render(request, "screens/work/on_file.html", {"case": case, "sentences": found})


@require_http_methods(["GET", "POST"])
@for_admins
def purchases(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Takes a file of purchases, and says what became of each line."""
    form = PurchasesForm(request.POST or None, request.FILES or None)
    taken, is_sent = None, request.method == "POST"
    if is_sent and form.is_valid():
        try:
            taken = shop.take_csv(form.text(), clock.now(), agent)
        except Malformed as refusal:
            form.add_error("file", refusal.spoken)
    context = {"form": form, "taken": taken, "columns": shop.COLUMNS, "needed": shop.NEEDED}
    status = 422 if is_sent and taken is None else 200
    return render(request, "screens/work/purchases.html", context, status=status)

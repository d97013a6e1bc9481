"""How people come in: one row for the whole desk."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class SignIn(models.Model):
    """One row, absent until an admin has set it: who needs a second factor, and the provider of single sign-on.

    `client_secret` is hidden with a key of the desk. `trusts_address`: an address counts as checked by the provider
    also where it does not say so.
    """

    singleton = models.BooleanField(primary_key=True, default=True)
    second_factor_for = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    name = models.CharField(max_length=60, blank=True)
    issuer = models.CharField(max_length=300, blank=True)
    client_id = models.CharField(max_length=200, blank=True)
    client_secret = models.TextField(blank=True)
    trusts_address = models.BooleanField(default=False)

    objects: ClassVar[models.Manager[SignIn]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(singleton=True), name="sign_in_is_one_row"),
            models.CheckConstraint(
                condition=Q(issuer="") | ~Q(client_id=""), name="sign_in_with_a_provider_has_a_client"
            ),
        ]

    def __str__(self) -> str:
        return self.name or "Sign-in"

"""What the demo's banner can say: `{% load demo %}`."""

from __future__ import annotations

from django import template

from goodword.demo.people import sign_ins

register = template.Library()


@register.simple_tag
def demo_sign_ins() -> list[tuple[str, str, str, str]]:
    """Returns who can sign in to the demo, with the password."""
    return sign_ins()

"""Tags and priorities: on the case, found by everybody's search, and never a move of anything."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import IntegrityError, connection, transaction

from goodword.cases import labelling
from goodword.cases.labels import Tag
from goodword.cases.models import Case
from goodword.finding.language import read
from goodword.finding.queries import Asker, fitting
from goodword.kit.errors import Conflict, Malformed, NotAllowed
from goodword.people.models import Agent


def found(text: str, agent: Agent, at: datetime) -> list[Case]:
    """What a condition finds."""
    return list(fitting(read(text), Asker(agent, at)))


def test_a_tag_is_one_small_word_and_new_ones_become_known(case: Case, ada: Agent, at: datetime) -> None:
    tagged = labelling.tag(case, ["#Big Order", "vip", ' "," '], [], at, ada)
    assert tagged.tags == ["big-order", "vip"]
    assert labelling.tag(case, ["late"], ["vip"], at, ada).tags == ["big-order", "late"]
    assert [tag.name for tag in Tag.objects.all()] == ["big-order", "late", "vip"]


def test_what_is_tagged_or_presses_is_found_by_an_index(case: Case, ada: Agent, at: datetime) -> None:
    labelling.tag(case, ["vip"], [], at, ada)
    labelling.prioritise(case, "urgent", at, ada)
    for text in ("tag:vip", "-tag:none", "priority:urgent", "is:open tag:vip -priority:low"):
        assert found(text, ada, at) == [case]
    for text in ("tag:vi", "-tag:vip", "tag:none", "priority:normal"):
        assert found(text, ada, at) == []
    with connection.cursor() as cursor:
        for way in ("seqscan", "indexscan", "indexonlyscan"):  # leaves what a large desk takes: the index by condition
            cursor.execute(f"SET LOCAL enable_{way} = off")
    assert "case_by_tag" in fitting(read("tag:vip"), Asker(ada, at)).order_by().explain()
    assert "case_by_priority" in fitting(read("priority:urgent"), Asker(ada, at)).explain()


def test_there_is_a_bound_on_a_case_and_on_the_desk(case: Case, ada: Agent, at: datetime) -> None:
    with pytest.raises(Malformed):
        labelling.tag(case, [f"t{number}" for number in range(21)], [], at, ada)
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(tags=[f"t{number}" for number in range(21)])
    Tag.objects.bulk_create(Tag(name=f"t{number}") for number in range(labelling.MOST_KNOWN))
    assert labelling.tag(case, ["t7"], [], at, ada).tags == ["t7"]
    with pytest.raises(Conflict):
        labelling.tag(case, ["one-more"], [], at, ada)


def test_only_admins_keep_the_list(ada: Agent, mara: Agent, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        labelling.add_tag("vip", at, ada)
    tag = labelling.add_tag("VIP", at, mara)
    with pytest.raises(NotAllowed):
        labelling.use_tag(tag, at, ada, in_use=False)
    assert not labelling.use_tag(tag, at, mara, in_use=False).is_active

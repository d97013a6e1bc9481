"""The stories of the demo. Each is a generator: it yields the moment of its next step and then does that step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from goodword.demo.scenes import boots, following, lantern, money, parcels, phone, post, quiet, school, small_matters
from goodword.demo.stage import Stage

Scene = Callable[[Stage], Iterator[datetime]]

SCENES: tuple[Scene, ...] = (
    quiet.a_manual_in_english,
    lantern.a_gift_card,
    money.a_refund_forgotten,
    boots.a_cap_in_the_old_green,
    parcels.a_jacket_that_went_astray,
    quiet.a_listing_in_a_directory,
    school.rucksacks_for_ridge_school,
    school.ben_is_away,
    boots.a_sole_that_came_off,
    parcels.a_tent_pole_left_with_a_neighbour,
    money.a_code_that_did_not_work,
    money.an_invoice_for_the_company,
    phone.layers_for_the_north,
    lantern.a_lantern_that_will_not_charge,
    quiet.boots_half_a_size_too_small,
    post.a_typo_in_the_address,
    phone.a_stove_across_the_sea,
    post.a_groundsheet_that_fits,
    post.a_sister_asks,
    post.somebody_new,
    following.boots_worn_for_a_week,
    following.what_they_say_at_the_end,
    *(small_matters.scene_of(matter) for matter in small_matters.MATTERS),
)

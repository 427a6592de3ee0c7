import json

import pytest

from plugins.stet.build_errors import OfferError
from plugins.stet.facts import digest_of
from plugins.stet.offers import Offers
from plugins.stet.outputs import Kind
from plugins.stet.space import Space
from tests.tools.small_build import TextRenderer

TITLE = Space[str]("title")
KIND = Kind(make=lambda view, output: "", renderer="text")


@pytest.fixture
def offers() -> Offers:
    return Offers()


def test_a_constant_is_a_fact_by_the_empty_name(offers: Offers) -> None:
    offers.offer_constant(TITLE, "One")

    view = offers.view()
    with view.traced() as read:
        found = view.read(TITLE)

    assert (found, read) == ("One", {("title", "")})
    assert offers.facts == {"title": {"": digest_of("One")}}


def test_values_are_made_of_facts_and_are_none(offers: Offers) -> None:
    offers.offer_constant(TITLE, "One")
    shout = Space[str]("shout")
    offers.offer_values(shout, lambda view, name: view.read(TITLE).upper() + name)

    view = offers.view()
    with view.traced() as read:
        found = view.read(shout, "!")

    assert (found, read) == ("ONE!", {("title", "")})
    assert offers.facts.keys() == {"title"}


@pytest.mark.parametrize(
    ("offer", "words"),
    [
        (lambda offers: offers.offer_constant(TITLE, "One"), "the space 'title'"),
        (lambda offers: offers.offer_values(TITLE, lambda view, name: name), "the space 'title'"),
        (lambda offers: offers.offer_kinds({"page": KIND}), "the kind 'page'"),
        (lambda offers: offers.offer_renderer("text", TextRenderer()), "the renderer 'text'"),
    ],
)
def test_nothing_is_offered_twice(offers: Offers, offer: object, words: str) -> None:
    offers.offer_constant(TITLE, "One")
    offers.offer_kinds({"page": KIND})
    offers.offer_renderer("text", TextRenderer())

    with pytest.raises(OfferError, match=f"^{words} is offered twice"):
        offer(offers)  # type: ignore[operator]  # a function of the table
    assert offers.view().read(TITLE) == "One"


def test_what_was_offered_can_be_forgotten_and_offered_again(offers: Offers) -> None:
    offers.offer_constant(TITLE, "One")
    offers.note("size", 1)
    offers.forget_offers()
    offers.offer_constant(TITLE, "Two")

    assert offers.view().read(TITLE) == "Two"
    assert offers.notes == {}


def test_a_note_is_what_json_can_hold(offers: Offers) -> None:
    offers.note("due", 1.5)

    assert json.loads(offers.notes["due"]) == 1.5
    with pytest.raises(ValueError, match="JSON"):
        offers.note("due", float("nan"))

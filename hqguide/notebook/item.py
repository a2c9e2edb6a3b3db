"""One line of a shopping list, and what is checked before it enters one."""

from typing import Annotated, Literal, get_args

import msgspec

from hqguide.errors import GuideError
from hqguide.notebook import wording

State = Literal["wanted", "bought", "not found"]


class ListItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One line of a list: ``target_price`` in yuan each; an ``id`` is never given twice in a list.

    ``priority`` is 0 to 3: when time is short, the lines with the highest are bought first.
    """

    id: int
    text: Annotated[str, msgspec.Meta(min_length=1, max_length=wording.MAX_TEXT)]
    quantity: Annotated[int, msgspec.Meta(ge=1, le=wording.MAX_QUANTITY)] = 1
    target_price: Annotated[float, msgspec.Meta(gt=0, le=wording.MAX_PRICE)] | None = None
    note: Annotated[str, msgspec.Meta(max_length=wording.MAX_NOTE)] = ""
    state: State = "wanted"
    priority: Annotated[int, msgspec.Meta(ge=0, le=wording.MAX_PRIORITY)] = 0


def checked(line: ListItem) -> ListItem:
    """``line`` cleaned and without an id; :class:`GuideError` says which part of it is refused."""
    return ListItem(
        id=0,
        text=wording.clean_text(line.text),
        quantity=wording.clean_quantity(line.quantity),
        target_price=wording.clean_price(line.target_price),
        note=wording.clean_note(line.note),
        state=checked_state(line.state),
        priority=wording.clean_priority(line.priority),
    )


def checked_state(state: State) -> State:
    """``state`` when it is one; else a :class:`GuideError` naming the three there are."""
    if state not in get_args(State):
        known = ", ".join(get_args(State))
        raise GuideError(f"{wording.shown(state)} is no state", hint=f"Use one of: {known}.")
    return state

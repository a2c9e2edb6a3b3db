"""One table of commands feeds bindings, key line, help, palette and docs/keys.md."""

from itertools import pairwise
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.widgets import Input

from hqguide.tui.app import GuideApp
from hqguide.tui.command_table import COMMANDS
from hqguide.tui.commands import bindings, commands, keys_markdown
from hqguide.tui.keys import FULL_WIDTH, MODES, Mode, key_name
from hqguide.tui.screens import screen_for
from hqguide.tui.screens.base import ModeScreen
from hqguide.tui.visit import Visit

KEYS_PAGE = Path(__file__).parents[2] / "docs" / "keys.md"


def test_the_page_of_keys_is_what_the_table_says() -> None:
    assert KEYS_PAGE.read_text(encoding="utf-8") == keys_markdown(), "write keys_markdown() to docs/keys.md"


def test_every_command_has_an_id_of_its_own_and_words_in_both_languages() -> None:
    assert len({one.id for one in COMMANDS}) == len(COMMANDS)
    for one in COMMANDS:
        assert (
            one.label("en")
            and one.label("zh")
            and one.help("en").endswith(".")
            and one.help("zh").endswith("。")
        )


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("typing", [False, True])
def test_no_key_means_two_things_in_one_place(mode: Mode, typing: bool) -> None:
    keys = sorted(key for one in commands(mode, typing=typing) for key in one.all_keys())
    assert [one for one, other in pairwise(keys) if one == other] == []


@pytest.mark.parametrize("mode", MODES)
def test_every_action_exists_where_it_is_aimed(mode: Mode) -> None:
    screen = screen_for(mode, Visit())
    assert isinstance(screen, ModeScreen)
    for one in commands(mode):
        target, _, call = one.action.rpartition(".")
        owner: object = {"app": GuideApp, "screen": type(screen)}[target]
        assert hasattr(owner, f"action_{call.partition('(')[0]}"), one.id


def test_symbol_keys_have_what_an_input_method_types_instead() -> None:
    bound = {one.key for one in bindings("find") if isinstance(one, Binding)}
    joined = ",".join(bound).split(",")
    assert {"slash", "ideographic_comma", "fullwidth_solidus", "fullwidth_plus_sign"} <= set(joined)
    for key in {key for one in COMMANDS for key in one.keys}:
        assert key in FULL_WIDTH or len(key) > 1 or key.isalpha(), key


def test_keys_are_named_as_printed() -> None:
    assert [key_name(key) for key in ("slash", "ctrl+p", "f5", "a", "escape")] == [
        "/",
        "Ctrl+P",
        "F5",
        "a",
        "Esc",
    ]


def test_keys_shown_while_typing_are_not_text() -> None:
    for mode in MODES:
        for one in commands(mode, typing=True):
            assert len(one.key(typing=True)) != 1, one.id


def test_moving_keys_of_the_text_box_are_left_to_it() -> None:
    taken = {key for one in Input.BINDINGS if isinstance(one, Binding) for key in one.key.split(",")}
    own = {key for one in COMMANDS if one.focus == "box" for key in one.keys}
    assert own & taken <= {"enter"}

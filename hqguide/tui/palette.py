"""The command palette: the commands of the screen it was opened on, in the reader's language."""

from collections.abc import Iterable
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from hqguide.tui.commands import commands, title
from hqguide.tui.keys import Command, key_name
from hqguide.tui.look import Language
from hqguide.tui.screens.base import ModeScreen

HIDDEN = {"palette"}


class Commands(Provider):
    """Finds a command by its English or Chinese name, or by what it does."""

    async def discover(self) -> Hits:
        """Every command, when nothing is typed."""
        for one in self._able():
            yield DiscoveryHit(self._label(one), partial(self._run, one), help=self._help(one))

    async def search(self, query: str) -> Hits:
        """The commands whose names or sentences match ``query``."""
        matcher = self.matcher(query)
        for one in self._able():
            label = self._label(one)
            score = max(matcher.match(text) for text in (label, one.en, one.zh, one.help_en, one.help_zh))
            if score > 0:
                yield Hit(
                    score, matcher.highlight(label), partial(self._run, one), text=label, help=self._help(one)
                )

    def _able(self) -> Iterable[Command]:
        if not isinstance(self.screen, ModeScreen):
            return ()
        mode = self.screen.MODE
        return [one for one in commands(mode) if one.id not in HIDDEN and one.focus != "box"]

    def _label(self, one: Command) -> str:
        keys = " ".join(key_name(key) for key in one.keys)
        return f"{one.label(self._language)}  ({keys})"

    def _help(self, one: Command) -> str:
        return f"{title(one.mode)}: {one.help(self._language)}"

    @property
    def _language(self) -> Language:
        return self.screen.look.language if isinstance(self.screen, ModeScreen) else "en"

    async def _run(self, one: Command) -> None:
        await self.app.run_action(one.action, self.screen)

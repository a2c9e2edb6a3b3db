"""Whether an English text says what somebody wants to do: "hold my phone", "something to cut foam".

A noun phrase (garden shed with windows) or a statement (nobody knows) does not, even where its words are also
verbs.
"""

from collections.abc import Sequence

from hqguide.parts.normalise import stem

_VERBS_TEXT = """
add adjust aim amplify announce assemble attach avoid beep begin bake boil boot borrow brighten bring
build burn buy calm carry catch change check chill choose clean clear close collect compare connect
control convert cool count cover create crimp cut deliver desolder detect dig dim disinfect double draw
dry dump earn electrify encode enlarge entertain erase etch extend fasten feel fill find finish fit fix
flatten fly follow freeze gather get give grab grow guess hang hear help hide hit hold hook identify
improve inflate install invert isolate join keep kill know learn let lift listen locate look loosen lower
maintain make manage measure melt mend mix modify move notice open operate order organise organize pack
pair pay peel pick play point polish pour prevent print program protect prove pull push put raise reach
read rebuild recharge reduce refill regulate remember remove rent repair replace reset restore rewrite
ride rinse save say scan scare seal see sell send sense separate share shine shoot show shrink sing sit
slow smell sort speak split stay steer stick stop store stretch swap swim take talk tap teach tell tidy
tie tighten touch transfer translate travel trim try turn twist type unlock unscrew unsolder untangle
upgrade use wait wake walk warm warn wash watch wear weigh weld win wipe work wrap write
"""
_ALSO_NOUNS_TEXT = """
back bend bike blow board bond box bridge brush bundle cable camera capture cast chain charge clamp clip
coat code cook copy cord crack cure design dial display drain dress drill drive drop dust dye fan feed
file film filter fish flash flip flow frame fuse glue grill ground guard guide hammer hand heat iron key
label lamp land lead level light link load lock log mail map mark match model mould mount name network
number oil paint park patch phone photo photograph picture pin plant plate plug post power press pump
punch race rack radio record rescue ring rock roll rope route run sail saw screw shape shave shield ship
shop signal sleep smoke snap solder sound speed spin spray spread stack stamp steam stream strip support
surf switch tag tape taste test text tile time tow track transport trap vacuum view voice water wave
weather wind wire zoom
"""
_AFTER_TEXT = """
a all an any at both down each every five four from hundred if it its many me more my off on our out some
somebody ten that the them these this those three twenty two up us whether without you your his her their
him six thousand
"""
_BEFORE_TEXT = """
please i we you want wants wanted need needs would like to how do can could must should help me us have so
in just only let something somebody someone anything thing things stuff way tool gadget device machine kit
one what
"""
VERBS = frozenset(_VERBS_TEXT.split())
"""Verbs of doing, seldom nouns at the beginning of a text."""

ALSO_NOUNS = frozenset(_ALSO_NOUNS_TEXT.split())
"""Words that are verbs before an article or the like: charge my phone, but charge card."""

AFTER_A_VERB = frozenset(_AFTER_TEXT.split())
"""Articles, pronouns, numbers and particles."""

_OBJECTS_TEXT = "a an the my your his her its our their me you him us them it this these those"
VERB_OBJECTS = frozenset(_OBJECTS_TEXT.split())
"""What follows a verb and no noun: articles and pronouns."""

_WHERE_TO = frozenset(("to", "by", "from", "behind", "into", "onto", "under", "over", "outside", "inside"))
_OBJECT_LONGEST = 4
_OF_A_SELLER = frozenset(("find", "show", "get", "give", "tell", "sell", "bring", "recommend", "suggest"))
_RELATIVE = frozenset(("that", "which", "who"))
_BEFORE = frozenset(_BEFORE_TEXT.split())


def tells_a_deed(every: Sequence[str]) -> bool:
    """Whether the words of a text, with those of a question, begin with what to do or tell it further on.

    That is behind "to" (something to hold my phone) or "that" (a thing that beeps).
    """
    at = next((n for n, word in enumerate(every) if not (word in _BEFORE or _asks(every, n))), len(every))
    return _is_verb(every, at) or bool(purpose_at(every))


def purpose_at(every: Sequence[str]) -> int:
    """Where "to" or "that" and a verb tell what something does; 0 when nothing does."""
    return next(
        (
            n
            for n, word in enumerate(every)
            if (word == "to" and n + 2 < len(every) and every[n + 1] in VERBS | ALSO_NOUNS)
            or (word in _RELATIVE and n + 1 < len(every) and stem(every[n + 1]) in VERBS)
            if n
        ),
        0,
    )


def acts_on_several(typed: Sequence[str]) -> bool:
    """Whether typed words begin with a verb, several things and where to: mail spare parts to Spain."""
    if not typed or typed[0] not in ALSO_NOUNS:
        return False
    at = next((n for n, word in enumerate(typed) if word in _WHERE_TO), 0)
    return 1 < at <= _OBJECT_LONGEST and typed[at - 1].endswith("s")


def _asks(every: Sequence[str], at: int) -> bool:
    """Whether the word at ``at`` asks a seller: show me, help me find."""
    beside = {*every[max(0, at - 1) : at], *every[at + 1 : at + 2]}
    return every[at] in _OF_A_SELLER and "me" in beside


def _is_verb(every: Sequence[str], at: int) -> bool:
    """Whether the word at ``at`` is used as a verb."""
    after = every[at + 1] if at + 1 < len(every) else ""
    if at >= len(every) or after == "of":
        return False
    return every[at] in VERBS or (every[at] in ALSO_NOUNS and after in AFTER_A_VERB)

"""What to tell the user whose notebook cannot be read. Nothing is moved or written: that is their choice."""

from datetime import datetime
from pathlib import Path

from hqguide.errors import GuideError
from hqguide.notebook import schema
from hqguide.notebook.location import backup_of


def damaged(path: Path, detail: str) -> GuideError:
    """The error for a notebook ``path`` that is there but broken (``detail``), with the way back."""
    aside = _free_name(path)
    if when := _good_backup(path):
        hint = (
            f"Nothing was changed. A good backup of {when} is beside it: rename {path.name} to {aside}, "
            f"then copy {backup_of(path).name} to {path.name}."
        )
    else:
        hint = (
            f"Nothing was changed, and there is no good backup. Mend the file in a text editor, "
            f"or rename it to {aside} and begin a new notebook."
        )
    return GuideError(f"the notebook is damaged: {detail}", where=str(path), hint=hint)


def missing_beside_backup(path: Path) -> GuideError:
    """The error for a notebook that is gone while its backup is still there."""
    backup = backup_of(path).name
    return GuideError(
        "the notebook is missing, but its backup is there",
        where=str(path),
        hint=f"Copy {backup} to {path.name} to get it back. To begin a new notebook, rename {backup}.",
    )


def _good_backup(path: Path) -> str:
    """Day and time of the backup, local, when it can be read as a notebook; else empty."""
    backup = backup_of(path)
    try:
        schema.decode(backup.read_bytes())
        saved = datetime.fromtimestamp(backup.stat().st_mtime).astimezone()
    except (OSError, ValueError, schema.NewerFormatError):
        return ""
    return f"{saved:%Y-%m-%d %H:%M}"


def _free_name(path: Path) -> str:
    """The first ``notebook.json.damaged-<n>`` not taken yet."""
    number = 1
    while (candidate := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    return candidate.name

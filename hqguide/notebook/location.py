"""Where the notebook lives. Nothing is created here: the first write makes the folder."""

import os
from pathlib import Path

FILE_NAME = "notebook.json"


def default_folder() -> Path:
    """``HQGUIDE_HOME`` when set, else the platform's folder for a user's data."""
    override = os.environ.get("HQGUIDE_HOME")
    if override:
        return Path(override)
    from platformdirs import user_data_path

    return user_data_path("hqguide")


def default_file() -> Path:
    """The notebook file in :func:`default_folder`."""
    return default_folder() / FILE_NAME


def backup_of(path: Path) -> Path:
    """The last-good backup beside the notebook ``path``: its state before the latest change."""
    return path.with_name(f"{path.name}.bak")


def lock_of(path: Path) -> Path:
    """The file two processes lock while they change the notebook ``path``."""
    return path.with_name(f"{path.name}.lock")

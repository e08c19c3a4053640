"""Leaving nothing of what is no longer published in the folder that builds remember in."""

from __future__ import annotations

from vinhdanh.base import disk, saving
from vinhdanh.base.memory import Memory
from vinhdanh.content.loading import MEDIA_FOLDER
from vinhdanh.render import derivation, previewing
from vinhdanh.render.engine import engine_digest
from vinhdanh.render.outcome import MEMORY_FOLDER, Options
from vinhdanh.render.pipeline import MEMORY_FILE
from vinhdanh.render.planned import prepare


def forget_unpublished(options: Options) -> tuple[str, ...]:
    """Bring the memory of a showcase down to what is published: pictures and cards, free pages of the memory's file,
    the whole preview. Gives the texts that are still remembered. Raises TemplateError, DiskError and BusyError.
    """
    root = options.root
    folder = root / MEMORY_FOLDER
    memory = Memory(folder / MEMORY_FILE)
    try:
        planned = prepare(root, options.today, memory, engine_digest())
        fonts = derivation.fonts_of(planned.theme.assets, planned.theme.names)
        store, media = disk.Store(folder / derivation.STORE), root / "content" / MEDIA_FOLDER
        derivation.Derivation(store, media, fonts, derivation.recipe(fonts), lambda seconds: None).keep_only(
            planned.outputs
        )
        memory.save()
        memory.compact()
        texts = tuple(text for _, text in memory.texts())
    finally:
        memory.close()
    disk.remove_folder(root / previewing.FOLDER)
    for suffix in ("", "-journal"):
        saving.remove(folder / f"{previewing.MEMORY_FILE}{suffix}")
    return texts

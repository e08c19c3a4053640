"""Help while typing: files beside `content/` from which editors such as VS Code know the model. All are made of the
model itself and of what the showcase knows: JSON Schema for YAML files, settings and snippets of VS Code, and forms of
the extension Front Matter for Markdown files.
"""

from __future__ import annotations

from collections.abc import Mapping

from vinhdanh.content.catalogue import Catalogue
from vinhdanh.editing.schema import front_matter, known, model, vscode
from vinhdanh.editing.schema.ownership import FOLDER


def help_files(catalogue: Catalogue) -> Mapping[str, str]:
    """Every file by its path below the root of the showcase, sealed as ours."""
    schemas = {"ids": known.schema(catalogue), **model.schemas(catalogue.site)}
    return {
        **{f"{FOLDER}/{name}.json": text for name, text in model.texts(schemas).items()},
        **vscode.files(),
        "frontmatter.json": front_matter.file(),
    }


def grounds(catalogue: Catalogue) -> object:
    """What the files are made of besides the model: for two catalogues whose grounds are equal, they are the same."""
    return catalogue.site.extra_fields, known.schema(catalogue)

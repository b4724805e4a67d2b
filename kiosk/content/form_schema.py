"""The JSON Schema of a questionnaire's YAML, by which editors complete keys and explain them.

``python -m kiosk.content.form_schema FILE`` writes it; resources/questionnaire.schema.json is kept up to date by a
test."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pydantic.json_schema import GenerateJsonSchema

from kiosk.content.form_shape import FormShape


class Untitled(GenerateJsonSchema):
    """Without a title beside each key, which only says the key again."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002
        return False


def schema() -> str:
    """The schema as JSON text."""
    made = FormShape.model_json_schema(by_alias=True, schema_generator=Untitled)
    options = made["$defs"]["ItemShape"]["properties"]["answerOption"]
    options["items"] = {"anyOf": [{"type": ["string", "number"]}, options["items"]]}
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": "A questionnaire of the kiosk"}
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(schema(), encoding="utf-8", newline="\n")

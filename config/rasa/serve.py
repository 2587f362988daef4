"""Starts Rasa's server: `python -m config.rasa.serve run --model MODEL ...` with the arguments of Rasa's own command line.

Beside what `rasa` does: the token comes from the environment, because arguments can be read by everybody on the machine; a model whose
checksum is wrong is refused; and Rasa's check of what actions answer is compiled once.
"""

import os
import sys
import warnings
from pathlib import Path
from typing import Any

from bot.dialogue.training import is_intact


def main() -> None:
    """Refuse what is unsafe, then hand over to Rasa."""
    token = os.environ.pop("LANTERN_RASA_TOKEN", "")
    if not token:
        sys.exit("LANTERN_RASA_TOKEN is not set.")
    if not is_intact(Path(sys.argv[sys.argv.index("--model") + 1])):
        sys.exit("The model is damaged or has no checksum: train it again.")
    compile_action_schema()
    # As one word: a token that begins with a hyphen would be taken for another option.
    sys.argv.append(f"--auth-token={token}")
    # Notices of deprecation in libraries that are pinned; Rasa sets its own filters, so silencing them by a filter does not last.
    warnings.showwarning = lambda *_, **__: None
    from rasa.__main__ import main as rasa

    rasa()


def compile_action_schema() -> None:
    """Rasa validates its own schema anew for every answer of an action, which takes 12 ms; the answers themselves take none."""
    from jsonschema.validators import validator_for
    from rasa.core.actions.action import RemoteAction

    schema = RemoteAction.action_response_format_spec()
    kind = validator_for(schema)
    kind.check_schema(schema)
    validator = kind(schema)

    def is_valid(self: RemoteAction, result: dict[str, Any]) -> bool:
        validator.validate(result)
        return True

    RemoteAction._validate_action_result = is_valid


if __name__ == "__main__":
    main()

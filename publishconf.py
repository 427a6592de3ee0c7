"""What differs in production, and nothing else: `make publish` builds with this file."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).absolute().parent))  # `pelicanconf.py` lies beside this file
from pelicanconf import *

DESK = {**DESK, "show_drafts": False}
PRESS = {"patterns": False}

# Where releases go, and how many stay; docs/operators.md says more.
PUBLISH = {"target": "published", "keep": 10}

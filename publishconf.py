"""What differs in production, and nothing else: `make publish` builds with this file."""

import os
import sys

sys.path.append(os.curdir)  # the `pelican` command does not look here by itself
from pelicanconf import *

DESK = {**DESK, "show_drafts": False}
PRESS = {"patterns": False}

# Where releases go, and how many stay; docs/operators.md says more.
PUBLISH = {"target": "published", "keep": 10}

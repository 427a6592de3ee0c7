"""Settings of the benchmark's publication: those of production, with the kit's own size of fronts."""

import os
import sys

sys.path.append(os.curdir)  # the `pelican` command does not look here by itself
import publishconf
from publishconf import *  # noqa: F403  as publishconf.py does

PAGES = {key: value for key, value in publishconf.PAGES.items() if key != "front_size"}

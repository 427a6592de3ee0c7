"""Publishing: builds the production site and makes it a release at the target, or changes nothing.

Run as `python -m plugins.publish` (`make publish`), so it is not in `PLUGINS`: it runs Pelican as a process.
"""

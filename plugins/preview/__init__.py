"""The preview: the site with drafts at a local address, built again on every save and reloaded in the browser.

Run as `python -m plugins.preview` (`make serve`), so it is not in `PLUGINS`: it runs Pelican as a process.
"""

"""The plugins of the kit; `docs/architecture.md` says which does what."""

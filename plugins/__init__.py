"""The plugins of Lowdown; `docs/architecture.md` says which does what."""

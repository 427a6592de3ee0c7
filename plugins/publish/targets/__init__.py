"""Where releases go: one package a kind of target, behind one protocol."""

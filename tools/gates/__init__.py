"""Gates: small programs that each refuse one kind of decay; ``python -m tools.gates`` runs them all."""

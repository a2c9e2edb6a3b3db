"""Many short strings on disk, found by what people type: whole, begun, inside, mistyped."""

"""What is known of the market, read-only: buildings, floors, counters and the claims about them."""

"""The district as a picture: terminal cells and SVG, drawn from streets and halls without a network."""

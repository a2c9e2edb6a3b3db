"""The language of components: what a text in any language means as ranked categories."""

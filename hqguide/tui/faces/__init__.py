"""Faces: values of the guide into lines of runs, without a screen."""

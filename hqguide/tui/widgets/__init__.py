"""Widgets: they take values, draw lines of runs, and post typed messages."""

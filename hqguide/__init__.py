"""hqguide: an offline field guide to the Huaqiangbei electronics market."""

__version__ = "0.1.0"

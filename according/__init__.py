"""According: a static-site digest generator for contested news."""

__version__ = "0.1.0"

"""What all tests share: the option that rewrites golden cases."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--rewrite-golden``: golden files get what the code finds now; the diff is for a person to review."""
    parser.addoption("--rewrite-golden", action="store_true", help="rewrite the golden cases from what the code finds")

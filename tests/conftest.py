"""Where the development data lies, and the loud skip where it does not."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs ../shared where it is absent; the summary lists each with its reason."""
    if SHARED.is_dir():
        return
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(
                pytest.mark.skip(reason=f"SKIPPED: the development data is not at {SHARED.name}/ beside us")
            )


@pytest.fixture
def shared() -> Path:
    """Return the folder of development data."""
    return SHARED

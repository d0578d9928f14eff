"""Where the development data lies, and the loud skip where it does not."""

from collections.abc import Iterator
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


@pytest.fixture(autouse=True, scope="session")
def no_settings_of_a_person_s_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the settings of whoever runs the tests out of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("THROUGHLINE_CONFIG", str(tmp_path_factory.mktemp("config")))
        yield


@pytest.fixture
def shared() -> Path:
    """Return the folder of development data."""
    return SHARED

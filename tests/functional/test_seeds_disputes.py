"""What the seeds must show side by side, by rules that know nothing of them."""

from pathlib import Path

import pytest

import throughline

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason=f"{SEEDS} is not there: the captures are kept beside the repository")
def test_two_disputes_of_2011(tmp_path: Path) -> None:
    story = throughline.open(tmp_path / "seeds.story")
    story.add([str(path) for path in sorted(SEEDS.glob("*.txt"))])
    found = [" / ".join(side.words for side in dispute.sides) for dispute in story.disputes()]
    assert any(
        "no thought of returning U.S. troops" in words and "negotiate a further presence" in words for words in found
    )
    assert any("asked NATO to stay" in words and "failed to agree on an extension" in words for words in found)
    assert all(dispute.because and all(side.speaker for side in dispute.sides) for dispute in story.disputes())

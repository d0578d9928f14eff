"""The rules of time expressions in their order: of two that match as many words the earlier wins. Data only."""

from throughline.dates import absolute, durations, eras, fiscal, holidays, hours, relative, repeats, story, told
from throughline.dates.reading import Rule

RULES: tuple[Rule, ...] = (
    absolute.RULES
    + eras.RULES
    + told.RULES
    + story.RULES
    + repeats.RULES
    + relative.RULES
    + durations.RULES
    + hours.RULES
    + fiscal.RULES
    + holidays.RULES
)

"""The rules of time expressions in their order: of two that match as many words the earlier wins. Data only."""

from throughline.dates.phrases import anchored
from throughline.dates.phrases.reading import Rule
from throughline.dates.rules import (
    absolute,
    counted,
    durations,
    eras,
    fiscal,
    holidays,
    hours,
    numeric,
    periods,
    prefixed,
    relative,
    repeats,
    spoken,
    story,
    told,
    vague,
    years,
)

RULES: tuple[Rule, ...] = (
    absolute.RULES
    + years.RULES
    + periods.RULES
    + prefixed.RULES
    + numeric.RULES
    + spoken.RULES
    + eras.RULES
    + vague.RULES
    + told.RULES
    + story.RULES
    + repeats.RULES
    + relative.RULES
    + counted.RULES
    + durations.RULES
    + hours.RULES
    + fiscal.RULES
    + holidays.RULES
    + anchored.RULES
)

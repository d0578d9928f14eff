"""Time expressions, and the publication date as a constraint problem. In: text. Out: days, with their reasons."""

from throughline.dates.anchored import count_from
from throughline.dates.card import settle
from throughline.dates.claim import Candidate
from throughline.dates.edtf import parse_edtf
from throughline.dates.expression import TimeExpression
from throughline.dates.find import find_times
from throughline.dates.written import read_day

__all__ = ["Candidate", "TimeExpression", "count_from", "find_times", "parse_edtf", "read_day", "settle"]

"""The weights of the votes, as fitted. Only data here.

Fitted by logistic regression (L2) on the Web Content Extraction Benchmark's articles (wcxb, CC BY 4.0; 683 pages),
each line weighing by its length; checked on folds of pages that took no part.
"""

from throughline.extract.cues import NAMES
from throughline.extract.judge import Weights

PLAIN = Weights(
    NAMES,
    (0.75, 0.15, 0.65, 0.21, 0.25, 1.37, -0.21, 0.12, -1.03, -0.28, 0.2, -0.16, -0.12, -1.03, -0.07, 0.36, -1.73,
     -1.08, 0.59, 0.59, 1.45, 0.85, 2.57, -1.66, -1.62),
    -0.7,
    2.0,
)  # fmt: skip

"""What the sentences of an article claim, and whom they mean: by grammar and names, whoever says so."""

from throughline.annotate.claims.finder import Claim, claims
from throughline.annotate.claims.held import Held, held
from throughline.annotate.claims.meant import Meant, selves
from throughline.annotate.claims.packed import packed, unpacked

__all__ = ["Claim", "Held", "Meant", "claims", "held", "packed", "selves", "unpacked"]

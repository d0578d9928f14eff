"""Countries as FollowTheMoney writes them: the two letters of ISO 3166-1, or four for states that are no more.

In: an entity's key ("state:IRQ", "place:basra.IRQ"). Out: "iq", or None where the key means no country. ISO gives most
states the first two of their three letters; `_OTHERS` are those of which it does not.
"""

import re
from types import MappingProxyType

_OTHERS = MappingProxyType(
    dict(
        pair.split(":")
        for pair in "ABW:aw AGO:ao ALA:ax AND:ad ARE:ae ARM:am ATA:aq ATF:tf ATG:ag AUT:at BDI:bi BEN:bj BES:bq BGD:bd "
        "BHS:bs BIH:ba BLR:by BLZ:bz BRB:bb BRN:bn CAF:cf CHL:cl CHN:cn COD:cd COG:cg COK:ck COM:km CPV:cv CSK:cshh "
        "CUW:cw CXR:cx CYM:ky DNK:dk ESH:eh EST:ee FLK:fk FRO:fo FSM:fm GIN:gn GLP:gp GNB:gw GNQ:gq GRD:gd GRL:gl "
        "GUF:gf GUY:gy IRL:ie IRQ:iq ISR:il JAM:jm KAZ:kz KNA:kn KOR:kr LBR:lr LBY:ly LKA:lk MAC:mo MAF:mf MDG:mg "
        "MDV:mv MEX:mx MKD:mk MLT:mt MNE:me MNG:mn MNP:mp MOZ:mz MTQ:mq MYT:yt NIU:nu NPL:np PAK:pk PCN:pn PLW:pw "
        "PNG:pg POL:pl PRK:kp PRT:pt PRY:py PSE:ps PYF:pf SEN:sn SGS:gs SHN:sh SLB:sb SLV:sv SPM:pm SRB:rs STP:st "
        "SUN:suhh SUR:sr SVK:sk SVN:si SWE:se SWZ:sz SYC:sc TCA:tc TCD:td TKM:tm TUN:tn TUR:tr TUV:tv UKR:ua UMI:um "
        "URY:uy VAT:va VGB:vg VIR:vi WLF:wf WSM:ws XKX:xk YUG:yucs".split()
    )
)
_KEY = re.compile(r"(?:state:|place:.*\.)([A-Z]{3})")


def country(key: str | None) -> str | None:
    """The code of the country that an entity is, or lies in.

    >>> country("state:IRQ"), country("place:basra.IRQ"), country("body:nato")
    ('iq', 'iq', None)
    """
    found = _KEY.fullmatch(key or "")
    return _OTHERS.get(found[1], found[1][:2].lower()) if found else None

"""First names and the forms that stand for them: "Joe" for "Joseph", "Youssef" for "Yusuf".

In: a folded first name. Out: the full names that it may be short for, itself among them. A closed list of the forms
that reference works on given names list (Hanks and Hodges, A Dictionary of First Names, 1990).
"""

from functools import cache

_SHORT = """
    abraham abe; albert al bert; alexander alex sandy; alfred alf fred; andrew andy drew; anthony antony tony;
    arthur art; benjamin ben; bernard bernie; bradley brad; charles charlie chuck; christopher chris; clifford cliff;
    daniel dan danny; david dave; donald don; douglas doug; edward ed eddie ted; eugene gene; frederick fred freddie;
    gerald gerry jerry; gregory greg; henry harry hank; jacob jake; james jim jimmy jamie; jeffrey jeff; john jack
    johnny; jonathan jon; joseph joe joey; joshua josh; kenneth ken kenny; lawrence larry; leonard len lenny; leslie
    les; louis lou; matthew matt; michael mike mick mickey; nathaniel nathan nate; nicholas nick; patrick pat paddy;
    peter pete; philip phil; raymond ray; richard dick rick rich; robert bob bobby rob robbie bert; ronald ron ronnie;
    russell russ; samuel sam; stanley stan; stephen steve; steven steve; stuart stu; theodore ted; thomas tom tommy;
    timothy tim; victor vic; vincent vince; walter walt; william bill billy will willie;
    abigail abby; amanda mandy; barbara barb; catherine cathy kate; christine chris; cynthia cindy; deborah debbie
    deb; dorothy dot; elizabeth liz beth betty lizzie; frances fran; jacqueline jackie; jennifer jen jenny; jessica
    jess; judith judy; katherine kathy kate katie; kathleen kathy; kimberly kim; margaret maggie meg peggy; michelle
    shelly; nancy nan; patricia pat patty tricia; pamela pam; rebecca becky; sandra sandy; stephanie steph; susan sue
    susie; teresa terry; theresa terry; valerie val; victoria vicky; virginia ginny
"""
# First names of other scripts with forms that no rule of sounds makes one.
_SPELLED = """
    yusuf youssef yousef yousuf youssuf yussuf; jamal gamal gamel; qasim kassem qassem kasim; uthman othman osman;
    jafar gaafar jaafar; yahya yehia yahia; sulayman soliman suleiman sulaiman; ibrahim brahim ebrahim; hamza hamzah;
    abubakr abubakar boubacar; mikhail mihail; evgeny yevgeny yevgeni evgeni; alexei aleksei alexey; aleksandr
    alexander oleksandr; dmitry dmitri dimitri; volodymyr vladimir; sergei serhiy; mykola nikolai nikolay; yuri yuriy
    iurii; andrei andrey andriy
"""


def full_names(first: str) -> frozenset[str]:
    """Give what a first name may be short for, and itself.

    >>> sorted(full_names("bill")), sorted(full_names("omar"))
    (['bill', 'william'], ['omar'])
    """
    return _table().get(first, frozenset()) | {first}


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in " ".join(f"{_SHORT};{_SPELLED}".split()).split(";"):
        full, *short = line.split()
        for form in short:
            found.setdefault(form, set()).add(full)
    return {form: frozenset(names) for form, names in found.items()}

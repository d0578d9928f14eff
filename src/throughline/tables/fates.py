"""What became of those whom news counts: killed, injured, detained, missing, withdrawn.

In: a folded word. Out: the fate that it tells of, if any. Field knowledge: what news of war, disaster, disease and
policing counts people, forces and things by; verbs in all their forms, and the nouns and adjectives beside them.
"""

from collections.abc import Mapping
from functools import cache

from throughline.tables.verbs import forms

_VERBS = {
    "killed": "kill die slay perish massacre murder execute drown",
    "injured": "wound injure hurt maim",
    "detained": "arrest detain imprison jail apprehend",
    "trained": "train instruct",
    "evacuated": "evacuate",
    "displaced": "displace flee uproot",
    "rescued": "rescue",
    "freed": "release free",
    "captured": "capture kidnap abduct",
    "deployed": "deploy send",
    "withdrawn": "withdraw redeploy",
    "remaining": "remain",
    "infected": "infect sicken",
    "hospitalised": "hospitalise hospitalize",
    "destroyed": "destroy demolish raze",
    "damaged": "damage",
}
_OTHERS = {
    "killed": "dead death deaths fatality fatalities fatal toll slayings killings",
    "injured": "injury injuries injured wounded",
    "detained": "detention detentions arrests detainee detainees prisoner prisoners",
    "missing": "missing unaccounted",
    "evacuated": "evacuation evacuee evacuees",
    "displaced": "displaced refugee refugees homeless",
    "captured": "captive captives hostage hostages",
    "deployed": "deployment",
    "withdrawn": "withdrawal",
    "remaining": "remaining",
    "infected": "infection infections",
}
_NOT = frozenset({"hurting", "frees", "send", "sends", "damages"})  # mostly of feelings, prose and courts


@cache
def fates() -> Mapping[str, str]:
    """Return the fate of each word that tells of one: "killed" of "dies", "injured" of "wounding"."""
    found = {form: fate for fate, bases in _VERBS.items() for base in bases.split() for form in forms(base)}
    found |= {word: fate for fate, words in _OTHERS.items() for word in words.split()}
    return {word: fate for word, fate in found.items() if word not in _NOT}

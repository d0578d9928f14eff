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
# What becomes of stuff that is measured: oil, water, gas, grain, rubble, drugs.
_FLOWS = {
    "spilled": "spill leak gush spew pour escape flow release discharge seep dump",
    "collected": "collect capture recover skim siphon contain salvage burn",
    "used": "use spray apply inject consume",
    "produced": "produce pump extract refine harvest export",
    "held": "hold store stock carry",
    "seized": "seize confiscate",
    "lost": "lose waste",
}
_FLOW_NOUNS = {"spilled": "spill spills spillage leak leaks leakage flow", "produced": "production output capacity"}
_NOT = frozenset({"hurting", "frees", "send", "sends", "damages"})  # mostly of feelings, prose and courts


@cache
def flows() -> Mapping[str, str]:
    """Return what befalls stuff, by each word that tells it: "spilled" of "leaking", "collected" of "skimmed"."""
    found = {form: flow for flow, bases in _FLOWS.items() for base in bases.split() for form in forms(base)}
    return {word: flow for flow, words in _FLOW_NOUNS.items() for word in words.split()} | found


@cache
def fates() -> Mapping[str, str]:
    """Return the fate of each word that tells of one: "killed" of "dies", "injured" of "wounding"."""
    found = {form: fate for fate, bases in _VERBS.items() for base in bases.split() for form in forms(base)}
    found |= {word: fate for fate, words in _OTHERS.items() for word in words.split()}
    return {word: fate for word, fate in found.items() if word not in _NOT}

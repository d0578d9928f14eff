"""What became of those whom news counts: killed, injured, detained, missing, withdrawn.

Field knowledge: what news of war, disaster, disease and policing counts people and forces by.
"""

from collections.abc import Mapping

_WORDS = {
    "killed": "kill die dead death fatality slay slain perish massacre murder execute shoot-dead drown fatal fatally "
    "toll",
    "injured": "wound injure injury hurt maim wounded injured",
    "detained": "arrest detain detention imprison jail round-up apprehend",
    "missing": "missing unaccounted",
    "trained": "train instruct",
    "evacuated": "evacuate evacuation evacuee",
    "displaced": "displace flee fled uproot displaced refugee homeless",
    "rescued": "rescue",
    "freed": "release free freed",
    "captured": "capture kidnap abduct",
    "deployed": "deploy deployment send",
    "withdrawn": "withdraw withdrawal pull-out redeploy",
    "remaining": "remain remaining stay",
    "infected": "infect infection infected sicken",
    "hospitalised": "hospitalise hospitalize hospitalised hospitalized",
    "destroyed": "destroy demolish raze",
    "damaged": "damage",
}
FATES: Mapping[str, str] = {word: fate for fate, words in _WORDS.items() for word in words.split()}

"""Whether two articles tell of one event, judged pair by pair: accounts in, how likely they are of one happening out.

Nothing but the two accounts and their articles decides (laws 2 and 3): what words weigh comes from a frozen table, and
what the judge learned from its weights.
"""

"""How a sentence is read for its times: words as symbols, the day it is told from, tense, ends and joints."""

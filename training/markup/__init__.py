"""How the vote on blocks of markup is fitted."""

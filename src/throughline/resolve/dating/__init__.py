"""Undated pages dated by the other pages of their story: what they tell alike, looking back only."""

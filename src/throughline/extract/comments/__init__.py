"""Readers' comments: where a section begins, what stands in it, who wrote each post and when."""

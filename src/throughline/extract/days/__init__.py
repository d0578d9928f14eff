"""Everything on a page that claims the day it was published."""

"""What a page's own words say of the day that it was written on, as constraints."""

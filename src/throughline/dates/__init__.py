"""Time expressions and publication dates: intervals with their reasons."""

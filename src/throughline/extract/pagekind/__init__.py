"""Pages that are no article, or only the opening of one."""

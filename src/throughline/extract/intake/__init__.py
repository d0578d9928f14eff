"""What the user names to pages: files, folders, archives, crawls, feeds, addresses."""

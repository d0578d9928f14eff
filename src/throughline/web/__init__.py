"""The desk in a browser. Nothing here yet: it comes with the desk."""

"""`python -m throughline`: the same as the command."""

from throughline.cli import main

main()

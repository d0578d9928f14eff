"""An invented newsroom: it takes in reports of invented events and prints them cut, re-led, re-quoted and framed."""

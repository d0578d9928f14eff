"""What a user knows better about outlets and the layouts of sites."""

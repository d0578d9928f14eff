"""What people call: it only delegates."""

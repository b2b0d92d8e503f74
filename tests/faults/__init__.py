"""Faults that really happen: calls that fail, processes that die, disks that are full. What is run is any command."""

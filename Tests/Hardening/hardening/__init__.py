"""Hostile conditions, tried on the real server: killed, starved, flooded, fed with nonsense."""

"""What a command does in several steps: opening the data, building a record, saving it.

Nothing here knows argv, the clock, the environment, stdout or stderr: what is to be said on the
way goes through the `Voice` that the caller passes in.
"""

"""What a command does in several steps: opening the data, building a record, saving it.

Nothing here knows argv, the clock, stdout or stderr: what is to be told on the way is given to a
function that the caller passes in (`Tell`).
"""

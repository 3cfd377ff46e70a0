"""git: one commit of what was just written; earlier versions of the data.

`program` runs git and nothing else, `commit` makes one commit of given files, `revision` finds the
one that is asked for, `tree` is the source of its files, `line` tells what each commit on the way
to it has changed, `blobs` hands out versions of files. GitPython starts the git program; its own
index and object layers are never used, because they lose commits that run at the same time, skip
hooks and signing, and invent an identity.
"""

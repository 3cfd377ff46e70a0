"""What an editor is told while somebody writes the data: a language server.

It stands beside the command line and uses what that uses: the same reader and rules judge, the
same words tell. Only `server` knows the protocol.
"""

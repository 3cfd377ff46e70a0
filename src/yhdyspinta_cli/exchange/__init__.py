"""Workbooks and tables of others, read: cells with their places, and nothing of agreements.

`tables` reads a file of any of these formats, `workbook` one of Excel's. What comes in is not
trusted: it is measured before it is unpacked, read in pieces, and never runs or fetches anything.
"""

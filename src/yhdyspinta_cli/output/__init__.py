"""Values -> text for a terminal or a machine; nothing here prints, asks or exits.

`page` knows how a page of headings, tables and lists looks; every other module puts one family
of answers into a page and into JSON.
"""

"""What a record is called, told with whose name it is."""


class Name(str):
    """The name of a record, which knows the record's id: a page may lead to it.

    What is made of it is a plain text again.
    """

    __slots__ = ("key",)
    key: str

    def __new__(cls, text: str, key: str = "") -> "Name":
        """Return the name `text` of the record `key`."""
        made = super().__new__(cls, text)
        made.key = key
        return made

"""The words of `wording`, for the commands until they ask there."""

from yhdyspinta_cli.wording.words import meant, word

__all__ = ["meant", "word"]

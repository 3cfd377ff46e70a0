"""What the disk told of the files when they were gone through: is it so still?"""

from collections.abc import Mapping
from dataclasses import field

from yhdyspinta_cli.diagnostic import Diagnostic
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.store import cache as caches
from yhdyspinta_cli.store import files
from yhdyspinta_cli.store.folder import FolderSource
from yhdyspinta_cli.store.source import Source


@frozen
class Seen:
    """The stamps of the files, none of which was left out in `skip`, at the moment `taken`.

    Without a stamp nothing is known of a file.
    """

    stamps: Mapping[str, str] = field(default_factory=dict)
    taken: int = 0
    skip: frozenset[str] = frozenset()

    def is_still(self, source: Source) -> bool:
        """True where it is certain, without reading a file, that all are the same still."""
        if isinstance(source, FolderSource):
            listed = source.stamps(self.skip)
            if listed.texts == self.stamps and caches.are_settled(listed, self.taken):
                return True
        stamps: dict[str, str] = {}
        for one in files.scan(source, skip=self.skip):
            if isinstance(one, Diagnostic):
                return False
            stamp = one.entry.stamp()
            if not caches.is_settled(stamp, self.taken):
                return False
            stamps[one.path] = stamp.text
        return stamps == self.stamps

"""The codes YP010 to YP017: files and folders."""

from yhdyspinta_cli.checks.explanation import Explanation, fault
from yhdyspinta_cli.language import later

EXPLANATIONS: tuple[Explanation, ...] = (
    fault(
        "YP010",
        later("Something below data/ is neither a file nor a folder."),
        later("A pipe, a socket or a device can hang the program or feed it anything."),
        "data/measures/talous.yaml   (a named pipe)",
        "data/measures/talous.yaml   (a plain file)",
    ),
    fault(
        "YP011",
        later("A file is larger than 1 MiB."),
        later("Nobody can review so large a file, and it costs every reader time and memory."),
        "data/measures/talous.yaml   (3 MiB)",
        "data/measures/talous.yaml   (2 KiB)",
    ),
    fault(
        "YP012",
        later("A file or a folder cannot be read."),
        later("What cannot be read would be missing from every answer without a word."),
        "-rw-------  root  data/measures/talous.yaml",
        "-rw-r--r--  root  data/measures/talous.yaml",
    ),
    fault(
        "YP013",
        later(
            "A file's name has other characters than a-z, 0-9, hyphen, underscore and full stop."
        ),
        later("Other names look alike, break on some computers, or are taken for an option."),
        "data/measures/Talous ja työ.yaml",
        "data/measures/talous-ja-tyo.yaml",
    ),
    fault(
        "YP014",
        later("Two names differ only by case or by the way an accent is stored."),
        later("On many computers only one of the two files can exist; the other is lost."),
        "data/measures/talous.yaml\ndata/measures/Talous.yaml",
        "data/measures/talous.yaml\ndata/measures/talouden-seuranta.yaml",
    ),
    fault(
        "YP015",
        later("A file or a folder is a symbolic link."),
        later("A link can lead out of the data, to a file that nobody meant to publish."),
        "data/measures/talous.yaml -> /etc/hostname",
        "data/measures/talous.yaml",
    ),
    fault(
        "YP016",
        later("A YAML file does not end in .yaml."),
        later("A file with another ending is easily left out without anybody noticing."),
        "data/measures/talous.yml",
        "data/measures/talous.yaml",
    ),
    fault(
        "YP017",
        later("A file or a folder has no place in the knowledge base."),
        later("A file in the wrong folder is not read, so what it says is missing."),
        "data/toimenpiteet/talous.yaml",
        "data/measures/talous.yaml",
    ),
)

"""How a check says what is wrong with a file."""

from shared.rules.files import FileFault


class Faulty(Exception):
    """The file has this fault."""

    def __init__(self, fault: FileFault) -> None:
        """Name the fault."""
        super().__init__(fault.value)
        self.fault = fault


def require(is_so: object, fault: FileFault) -> None:
    """Raise the fault unless it is so."""
    if not is_so:
        raise Faulty(fault)

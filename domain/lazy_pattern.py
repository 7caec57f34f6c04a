"""Regular expressions that are compiled when they are first used.

This package knows some twelve hundred. Compiled at import they took a second of each start; a turn needs a part of them.
"""

import re
from typing import cast
from weakref import WeakSet

_MADE: "WeakSet[_Lazy]" = WeakSet()
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "groups", "groupindex")


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile``, but later: a mistake in it shows at its first use, or in `compile_all`."""
    return cast(re.Pattern[str], _Lazy(pattern, flags))


def compile_all() -> int:
    """Compile what nobody has used yet; how many patterns there are. Raises re.error."""
    made = list(_MADE)
    for one in made:
        one.search  # noqa: B018 (an attribute that is made by asking for it)
    return len(made)


class _Lazy:
    """Stands in for a ``re.Pattern``: after its first use its methods are the pattern's own."""

    search: object

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags
        _MADE.add(self)

    def __getattr__(self, name: str) -> object:  # only what is not there yet
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return self.__dict__[name]

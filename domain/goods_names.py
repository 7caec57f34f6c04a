"""The names of what the shop sells, as they were met: they are nobody's name, though a name finder may take them for one."""

from collections.abc import Iterable

from domain.language.goods.product_names import words_of

_MOST = 20_000  # names that are kept, the oldest go


class GoodsNames:
    """Filled while the service runs, shared by all who ask."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names: dict[str, tuple[str, ...]] = {}
        self._by_word: dict[str, set[tuple[str, ...]]] = {}
        self.add(names)

    def add(self, names: Iterable[str]) -> None:
        for name in names:
            if name in self._names or not (words := tuple(words_of(name))):
                continue
            self._names[name] = words
            for word in words:
                self._by_word.setdefault(word, set()).add(words)
            while len(self._names) > _MOST:
                self._drop(next(iter(self._names)))

    def _drop(self, name: str) -> None:
        words = self._names.pop(name)
        if words not in self._names.values():
            for word in words:
                self._by_word[word].discard(words)

    def holds(self, value: str, around: str) -> bool:
        """Whether ``value`` is said of goods: all its words are of one product's name, and it is more than one word or
        what the thing is (the name's last word) stands near it: "Aurora" beside "fan" is the Aurora Desk Fan."""
        words = words_of(value)
        said = set(words)
        names = [name for name in self._by_word.get(words[0], ()) if said.issubset(name)] if words else []
        if not names or len(said) > 1:
            return bool(names)
        near = set(words_of(around))
        return any(name[-1] in near for name in names)

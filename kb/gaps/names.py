"""Names of clusters, out of their own words: class-based TF-IDF over stems."""

import re
from collections import Counter
from collections.abc import Sequence
from math import log

from kb.text.words import stems

_MOST = 3  # words of a name


def names(clusters: Sequence[Sequence[str]]) -> list[str]:
    """For each cluster of texts the words that set it apart from the others, in the order in which they are mostly said."""
    counts = [_counted(texts) for texts in clusters]
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    average = sum(total.values()) / max(1, len(clusters))
    found = []
    for texts, count in zip(clusters, counts, strict=True):
        worth = {stem: n * log(1 + average / total[stem]) for stem, n in count.items()}
        best = sorted(worth, key=lambda stem: (-worth[stem], stem))[:_MOST]
        # A word that few of the texts hold names no cluster of several.
        held = min(len(texts), max(2, len(texts) / 3))
        best = [stem for stem in best if count[stem] >= held] or best[:1]
        found.append(_spoken(texts, best) or texts[0][:60])
    return found


def _counted(texts: Sequence[str]) -> Counter[str]:
    """In how many of the texts each stem is."""
    return Counter(stem for text in texts for stem in set(stems(text)))


def _spoken(texts: Sequence[str], best: Sequence[str]) -> str:
    words: dict[str, Counter[str]] = {stem: Counter() for stem in best}
    places: dict[str, list[int]] = {stem: [] for stem in best}
    for text in texts:
        for place, word in enumerate(re.findall(r"\w+", text.lower())):
            for stem in stems(word):
                if stem in words:
                    words[stem][word] += 1
                    places[stem].append(place)
    held = [stem for stem in best if words[stem]]
    ordered = sorted(held, key=lambda stem: (sum(places[stem]) / len(places[stem]), stem))
    return " ".join(min(words[stem], key=lambda word: (-words[stem][word], word)) for stem in ordered)

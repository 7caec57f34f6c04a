"""Vectors of questions into clusters of one subject each."""

import numpy as np

MAX_DISTANCE = 0.5  # mean cosine distance within a cluster: on invented and real questions above it, subjects run together
_AT_ONCE = 1500  # vectors of which all distances are looked at; 18 MB
_BLOCK = 700


def cluster(vectors: np.ndarray) -> list[list[int]]:
    """Rows of ``vectors`` (n, d), of unit length, by cluster; every row is in exactly one. The same rows give the same clusters.

    Average linkage. More rows than can all be compared are parted by k-means first, and the clusters of the parts joined.
    """
    n = len(vectors)
    if n < 2:
        return [[i] for i in range(n)]
    if n <= _AT_ONCE:
        return _linked(vectors)
    from sklearn.cluster import MiniBatchKMeans

    parts = MiniBatchKMeans(n_clusters=-(-n // _BLOCK), random_state=0, n_init=1, batch_size=1024).fit_predict(vectors)
    found: list[list[int]] = []
    for part in np.unique(parts):
        rows = np.flatnonzero(parts == part)
        for start in range(0, len(rows), _AT_ONCE):  # k-means may leave a large part
            some = rows[start : start + _AT_ONCE]
            found += [[int(some[i]) for i in one] for one in (_linked(vectors[some]) if len(some) > 1 else [[0]])]
    return _joined(vectors, found)


def _linked(vectors: np.ndarray) -> list[list[int]]:
    from scipy.cluster.hierarchy import fcluster, linkage  # scikit-learn's own takes seconds to import

    labels = fcluster(linkage(vectors, "average", "cosine"), MAX_DISTANCE, "distance")
    return [[int(i) for i in np.flatnonzero(labels == label)] for label in np.unique(labels)]


def _joined(vectors: np.ndarray, clusters: list[list[int]]) -> list[list[int]]:
    """Join what the parting tore apart: the larger clusters, by their sums, whose products give the mean cosine."""
    clusters = sorted(clusters, key=lambda rows: (-len(rows), rows[0]))
    large, small = clusters[:_AT_ONCE], clusters[_AT_ONCE:]
    sums = np.stack([vectors[rows].sum(axis=0) for rows in large])
    sizes = np.array([len(rows) for rows in large])
    near = (sums @ sums.T) / np.outer(sizes, sizes)
    np.fill_diagonal(near, -1)
    joined: list[list[int] | None] = [list(rows) for rows in large]
    while len(large) > 1:
        best = int(near.argmax())
        a, b = sorted(divmod(best, len(large)))
        if near[a, b] < 1 - MAX_DISTANCE:
            break
        joined[a] = (joined[a] or []) + (joined[b] or [])
        joined[b] = None
        sums[a] += sums[b]
        sizes[a] += sizes[b]
        near[a] = near[:, a] = (sums @ sums[a]) / (sizes * sizes[a])
        near[b] = near[:, b] = -1
        near[a, a] = -1
        for gone in (i for i, rows in enumerate(joined) if rows is None):
            near[a, gone] = near[gone, a] = -1
    return [rows for rows in joined if rows] + small

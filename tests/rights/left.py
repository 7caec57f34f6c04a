"""What is left of somebody: every byte of an embedded service, or every row of a server's database."""

import psycopg

from tests.service import Served


def everything_stored(served: Served) -> dict[str, bytes]:
    url = served.env.get("SUPPORTGRAPH_DATABASE_URL")
    found = served.stored_bytes()
    if url is None:
        return found
    with psycopg.connect(url) as connection:
        query = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        for (table,) in connection.execute(query).fetchall():
            rows = connection.execute(f'SELECT "{table}"::text FROM "{table}"').fetchall()  # type: ignore[arg-type]  # of the catalogue
            found[f"table {table}"] = "\n".join(row[0] for row in rows).encode()
    return found


def places_of(served: Served, words: list[str]) -> dict[str, list[str]]:
    """Where each word is still to be found."""
    stored = everything_stored(served)
    found = {word: [name for name, content in stored.items() if word.encode() in content] for word in words}
    return {word: places for word, places in found.items() if places}

"""What is pasted out of a page or a system comes with markup: a number that it cuts up is one number all the same."""

import sqlite3

import pytest

from tests.service import Served


@pytest.mark.parametrize(
    "pasted",
    [
        "<td>4539</td><td>1488</td><td>0343</td><td>6467</td>",
        "4539<br>1488<br>0343<br>6467",
        "4539</span><span>148803436467",
        "[4539](x)[1488](x)[0343](x)[6467](x)",
        '{"pan1":4539,"pan2":1488,"pan3":"0343","pan4":6467}',
    ],
)
def test_a_card_in_markup_is_neither_stored_nor_read_back(demo: Served, pasted: str) -> None:
    talk = demo.talk(region="US")
    talk.say(f"please use {pasted} for it")
    assert "[CARD_1]" in talk.transcript()[1]["text"]
    with sqlite3.connect(demo.data / "supportgraph.db") as database:
        kept = [
            database.execute(query, [talk.id]).fetchall()
            for query in (
                "SELECT acts, input, tool_calls, response FROM turn WHERE conversation_id = ?",
                "SELECT data FROM event WHERE conversation_id = ?",
                "SELECT checkpoint_data FROM conversation WHERE id = ?",
            )
        ]
    for piece in ("1488", "0343", "6467"):
        assert piece not in f"{kept} {talk.transcript()}"

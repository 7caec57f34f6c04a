"""`python -m tests.supportgraph.waits_for_ever`: a process that is ordered to hold a file open and does nothing else, for
`test_ends_with_parent.py`."""

import threading
from pathlib import Path

from pydantic import BaseModel

from supportgraph.processes.own_process import make_as_ordered


class Hold(BaseModel):
    path: Path


def hold(order: Hold) -> Hold:
    with order.path.open("w", encoding="utf-8") as file:
        file.write("held")
        file.flush()
        threading.Event().wait()
    return order


if __name__ == "__main__":
    make_as_ordered(Hold, hold)

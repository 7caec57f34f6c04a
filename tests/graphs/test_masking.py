"""A message that takes long to mask stands in nobody's way."""

import asyncio
import threading

from graphs.turns.masking import Masking


async def test_a_short_message_does_not_wait_behind_long_ones() -> None:
    masking = Masking.__new__(Masking)  # the lanes need nothing of it
    held, begun = threading.Event(), threading.Event()

    def long() -> None:
        begun.set()
        held.wait(20)

    try:
        longs = [asyncio.create_task(masking.in_lane(8000, long)) for _ in range(12)]
        await asyncio.to_thread(begun.wait, 20)
        async with asyncio.timeout(10):
            assert await masking.in_lane(100, lambda: "masked") == "masked"
            assert await masking.in_lane(2000, lambda: "masked") == "masked"
    finally:
        held.set()
    await asyncio.gather(*longs)

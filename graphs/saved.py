"""What the runner wants to know of a saver."""


class Remembers:
    """Remembers the id of each thread's last checkpoint until the runner asks, which saves reading it back."""

    saved: dict[str, str]

    def take(self, thread_id: str) -> str | None:
        return self.saved.pop(thread_id, None)

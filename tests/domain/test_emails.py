import pytest

from domain.contact import written_email


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("bob@example.com", "bob@example.com"),
        (" bob.w at example dot com ", "bob.w@example.com"),
        ("bob (at) example (dot) co (dot) uk", "bob@example.co.uk"),
        ("bob ät web punkt de", "bob@web.de"),
        ("pat.dot@example.org", "pat.dot@example.org"),
        ("bob at gmail", None),
        ("bob@gmail", None),
        ("bob", None),
        ("", None),
    ],
)
def test_what_is_said_is_written_out_where_it_is_whole(said: str, written: str | None) -> None:
    assert written_email(said) == written

"""An article from Markdown with YAML front matter; plain text is Markdown too."""

import re
from pathlib import PurePosixPath

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from domain.knowledge import ArticleDraft
from kb.importing.fields import to_draft
from kb.importing.refused import Refused

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$|^(\S[^\n]*)\n(?:=+|-+)[ \t]*$", re.MULTILINE)
_FENCED = re.compile(r"^ {0,3}(```|~~~).*?^ {0,3}\1[^\n]*$", re.MULTILINE | re.DOTALL)
_FRONT = re.compile(r"\A---[ \t]*\n.*?^---[ \t]*$", re.MULTILINE | re.DOTALL)
_MARKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")


def read_markdown(path: str, text: str) -> ArticleDraft:
    """Raises ``Refused``. Keys of the front matter that mean nothing here are left alone."""
    text = text.lstrip("\n")
    fields: dict[str, object] = {}
    if _FRONT.match(text):  # else a first line of dashes is a rule
        try:
            post = frontmatter.loads(text, handler=YAMLHandler())
        except (yaml.YAMLError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            where = f", line {mark.line + 1}" if mark else ""
            raise Refused(f"has front matter that is not valid YAML{where}") from None
        except ValueError:
            raise Refused("has front matter with a date that does not exist") from None
        fields, text = dict(post.metadata), post.content
    return to_draft(fields, text, path, first_heading(text) or PurePosixPath(path).stem)


def first_heading(text: str) -> str:
    """The words of the first heading, or nothing."""
    found = _HEADING.search(_FENCED.sub("", text))
    return _MARKS.sub(r"\1", found.group(1) or found.group(2)).strip() if found else ""

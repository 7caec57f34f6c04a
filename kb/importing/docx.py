"""An article from a Word document, by way of HTML: headings, lists and tables stay, pictures go."""

import io
import zipfile
from pathlib import PurePosixPath

from domain.knowledge import ArticleDraft
from kb.importing.fields import to_draft
from kb.importing.html import html_to_markdown
from kb.importing.limits import LARGEST_FILE, Refused
from kb.importing.markdown import first_heading

_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"


def read_docx(path: str, data: bytes) -> ArticleDraft:
    """Raises ``Refused``."""
    import mammoth

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            # zipfile never unpacks more of a member than this says
            if sum(member.file_size for member in archive.infolist()) > 4 * LARGEST_FILE:
                raise Refused("unpacks to more than it may")
        no_pictures = mammoth.images.img_element(lambda _: {})
        html = mammoth.convert_to_html(io.BytesIO(data), style_map=_STYLES, convert_image=no_pictures).value
    except Refused:
        raise
    except Exception:  # noqa: BLE001 (a broken document surfaces as any error of zipfile, the XML parser, or their caller)
        raise Refused("is not a Word document that can be read") from None
    body = html_to_markdown(html)
    return to_draft({}, body, path, first_heading(body) or PurePosixPath(path).stem)

"""`python -m supportgraph.demo.prepare`: the vectors of the demo's articles, made ahead so that the demo starts in seconds."""

from demo import ARTICLES, PREPARED
from domain.knowledge import Segment
from kb.answering.evidence import sentence_texts
from kb.importing.markdown import read_folder
from kb.index.dense import embedded_text
from kb.index.filters import language
from kb.index.versions import SEARCHED
from kb.text.chunking import chunk
from models.embeddings import MiniLmEmbedder, PreparedVectors


def demo_texts() -> list[str]:
    """Every text that is embedded to index the demo's articles and to judge answers from them."""
    texts: list[str] = []
    for draft in read_folder(ARTICLES):
        for part in chunk(draft):
            about = {"id": "", "article_id": "", "revision": 1, **draft.model_dump(include=set(Segment.model_fields))}
            segment = Segment.model_validate({**about, **part.model_dump()})
            indexed = [embedded_text(segment)] if language(draft.locale) == SEARCHED else []
            texts += [*indexed, *sentence_texts(segment)]
    return texts


def main() -> None:
    PreparedVectors.write(PREPARED, demo_texts(), MiniLmEmbedder().embed_now)


if __name__ == "__main__":
    main()

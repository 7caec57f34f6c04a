"""Presidio on the same hand-written texts, for comparison. It is no dependency: it runs in an environment of its own.

    python3 -m venv /tmp/presidio && /tmp/presidio/bin/pip install presidio-analyzer pyyaml click MODEL
    PYTHONPATH=. /tmp/presidio/bin/python -m evals.privacy.presidio MODEL_NAME

MODEL is a package of spaCy's small English model, MODEL_NAME the module that it installs. All recognizers that Presidio has for
English are asked, with its default threshold; any of its entities counts as any of our kinds.
"""

from importlib import import_module
from typing import Any

import click

from domain.personal_data import PersonalData
from evals.privacy.measure import MarkedText, clean_texts, hard_texts, late_texts, measure

# Entities that are no personal data here: "last week", "Germany", "French", web addresses.
_LEFT_OUT = frozenset({"DATE_TIME", "NRP", "URL", "ORGANIZATION"})


def _analyzer(model: str) -> Any:
    engine = import_module("presidio_analyzer.nlp_engine").NlpEngineProvider(
        nlp_configuration={"nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": model}]}
    )
    return import_module("presidio_analyzer").AnalyzerEngine(nlp_engine=engine.create_engine(), supported_languages=["en"])


@click.command()
@click.argument("model")
@click.option("--with-dates", is_flag=True, help="Count every date and time too: finds dates of birth, and all others.")
def main(model: str, with_dates: bool) -> None:
    analyzer = _analyzer(model)
    left_out = _LEFT_OUT - {"DATE_TIME"} if with_dates else _LEFT_OUT

    def find(text: str, _region: str | None) -> list[PersonalData]:
        results = analyzer.analyze(text=text, language="en")
        return [PersonalData(kind="name", start=r.start, end=r.end) for r in results if r.entity_type not in left_out]

    texts: list[MarkedText] = [*hard_texts(), *clean_texts(), *late_texts()]
    for name, some in (
        ("all", texts),
        ("English-speaking regions", [t for t in texts if t.region in ("US", "GB", "CA", "AU", "IE")]),
    ):
        figures = measure(find, some)
        click.echo(f"{name}: {figures.found.total()} of {figures.marked.total()}")
        click.echo(", ".join(f"{kind} {figures.recall(kind):.2f}" for kind in sorted(figures.marked)))
        click.echo(f"clean texts masked {figures.alarm_share:.3f}, clean characters {figures.hidden_share:.4f}")


if __name__ == "__main__":
    main()

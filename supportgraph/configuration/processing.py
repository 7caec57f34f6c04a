"""What `GET /v1/privacy/processing` answers: made from the settings and the policy in force, so that it cannot go out of date."""

from urllib.parse import urlsplit

from domain.personal_data import KindOfData, ModelEndpoint, ProcessingRecord
from domain.rules.policy import Policy
from supportgraph.configuration.settings import Settings

_HERE = "in the process"
_LIMITS_END = 1  # days, at most: they are counted by the hour


def processing_of(settings: Settings, policy: Policy) -> ProcessingRecord:
    database = "SQLite in the data folder" if settings.is_embedded else f"PostgreSQL at {_host(settings.records_url)}"
    return ProcessingRecord(
        controller=policy.company,
        policy_version=policy.version,
        database=database,
        kinds=_kinds(database, settings, policy),
        models=_models(settings, policy),
        recipients=_recipients(settings),
        consent=_consent(policy),
    )


def _kinds(database: str, settings: Settings, policy: Policy) -> list[KindOfData]:
    kept = policy.retention
    conversation = "the conversation, or its customer"
    vectors = f"Chroma at {_host(settings.chroma_url)}" if settings.chroma_url else "Chroma in the data folder"

    def kind(data: str, purpose: str, form: str, days: int | None, erased_with: str = conversation) -> KindOfData:
        where = [database, vectors, "full-text index in the data folder"] if form == "plain" else [database]
        return KindOfData(data=data, purpose=purpose, stored_in=where, form=form, kept_days=days, erased_with=erased_with)

    return [
        kind("what customers, assistant and agents wrote, and what came of it", "answering", "masked", kept.conversations),
        kind("events of conversations", "replay after a lost connection", "masked", kept.events or kept.conversations),
        kind(
            "e-mail addresses, phone numbers, names, postal addresses, bank accounts that were written",
            "actions that need them",
            "sealed (AES-256-GCM)",
            kept.sealed,
        ),
        kind(
            "card numbers, social security numbers, identity documents, passwords",
            "none: only a digest, to give equal ones the same token",
            "keyed digest",
            kept.sealed,
        ),
        kind(
            "what was done to orders",
            "limits over an order; accounts",
            "ids, amounts",
            None,
            "kept, without the conversation",
        ),
        kind(
            "proofs of consent",
            "proof (GDPR, Article 7(1))",
            "the words shown, under a keyed digest of the conversation's id",
            kept.consents,
            "kept: they name nobody",
        ),
        kind("counts of erased conversations", "key figures", "counts, times to the hour", kept.counts, "made by erasure"),
        kind(
            "offers that pages made",
            "key figures",
            "their names and times: nobody is named",
            kept.offers,
            "kept: they name nobody",
        ),
        kind(
            "who of the staff saw, unsealed, approved, changed, exported, erased",
            "accountability",
            "names of keys, ids, keyed digests of customers' ids",
            None,
            "never: append-only",
        ),
        kind(
            "staff who sign in by the identity provider: name, the provider's id, sessions",
            "access, accountability",
            "plain names and ids; a session's cookie as a hash, what renews it sealed",
            None,
            "a session with its end; a name stays, for the audit log",
        ),
        kind(
            "wrong proofs, mails, openings, offers",
            "limits against guessing, and of offers",
            "keyed digests",
            _LIMITS_END,
            "they run out",
        ),
        kind("articles", "answers", "plain", None, "by their editors"),
    ]


def _models(settings: Settings, policy: Policy) -> list[ModelEndpoint]:
    embedded = ("intent model", "reader of acts", "name finder", "embeddings")
    models = [
        ModelEndpoint(name=name, endpoint=_HERE, region=None, reads="text of customers", refused_for=[]) for name in embedded
    ]
    if settings.model:
        refused = [r for r in sorted(policy.regions) if not policy.may_be_processed_in(r, settings.model_region)]
        if not policy.may_be_processed_in(None, settings.model_region):
            refused.append("*")
        models.append(
            ModelEndpoint(
                name=settings.model,
                endpoint=_host(settings.openai_base_url or "https://api.openai.com/v1"),
                region=settings.model_region,
                reads="masked text of customers who may be asked (consent) and articles",
                refused_for=refused,
            )
        )
    return models


def _recipients(settings: Settings) -> list[str]:
    office = f"the back office at {_host(settings.backoffice_url)}" if settings.backoffice_url else "the embedded shop"
    return [f"{office}: operations that the customer confirmed, codes and links to be sent"]


def _consent(policy: Policy) -> dict[str, list[str]]:
    modes: dict[str, list[str]] = {policy.consent_mode(None): ["*"]}
    for region in sorted(policy.regions):
        modes.setdefault(policy.consent_mode(region), []).append(region)
    return modes


def _host(url: str) -> str:
    """Of an address only the host: the rest may hold credentials."""
    return urlsplit(url).hostname or "a socket"

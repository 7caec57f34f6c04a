"""The record of processing: which kind of data is where, why, for how long (GDPR, Article 30)."""

from pydantic import BaseModel


class KindOfData(BaseModel):
    """``kept_days`` is None where the policy names no end: then it is kept until it is erased."""

    data: str
    purpose: str
    stored_in: list[str]
    form: str  # "masked", "sealed", "digest" or "plain"
    kept_days: int | None
    erased_with: str


class ModelEndpoint(BaseModel):
    """A model that reads customers' text. ``region`` is where it runs, None where nobody has said."""

    name: str
    endpoint: str  # a host, or "in the process"
    region: str | None
    reads: str
    refused_for: list[str]  # regions of customers whose text it may not read, by the policy


class ProcessingRecord(BaseModel):
    controller: str
    policy_version: str
    database: str
    kinds: list[KindOfData]
    models: list[ModelEndpoint]
    recipients: list[str]
    consent: dict[str, list[str]]  # mode → regions; "*" is everywhere else

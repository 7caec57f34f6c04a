"""Experiments: begun, looked at, stopped, promoted."""

from typing import Any

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from api.auth import staff_of, staff_only
from api.idempotency import once
from api.masked_fields import refuse_personal_data
from api.schemas.fields import After, Limit, Listing, page
from api.schemas.problem import WRITING, problems
from api.schemas.variants import ExperimentBody, StopBody
from api.service import Service
from domain.audit import Actor
from domain.errors import NotFound, ValidationFailed
from domain.experiments import Experiment, Variant
from domain.history import Tested
from domain.ids import new_id
from domain.messages.wordable import mistakes
from insights.experiments.results import Results, results
from insights.experiments.significance import needed
from insights.history.history_service import tell_of_experiment
from insights.kpis import kpis
from records.engine.unit import Unit

_USUAL = 0.6  # share resolved that the sample size is reckoned from where there are no conversations yet
_MANY = 200  # conversations from which their own share is used


@get("/v1/experiments", guards=[staff_only("admin", "engineer")], summary="Experiments, newest first", responses=problems())
async def list_experiments(service: NamedDependency[Service], limit: Limit = 50, after: After = None) -> Listing[Experiment]:
    async with service.database.read() as unit:
        return page(await unit.experiments.page(after, limit + 1), limit)


async def _baseline(service: Service) -> float:
    """The share of ended conversations that is resolved now."""
    found = await service.kpi_index.period(None, None)
    rate = kpis(found, service.clock()).ended.deflection_rate
    return rate.value if rate.value is not None and rate.n >= _MANY else _USUAL


@post(
    "/v1/experiments",
    guards=[staff_only("admin", "engineer")],
    status_code=201,
    summary="Begin an experiment; it runs at once",
    responses=problems(*WRITING),
)
async def begin_experiment(
    request: Request[Any, Any, Any], data: JSONBody[ExperimentBody], service: NamedDependency[Service]
) -> Response[Experiment]:
    await refuse_personal_data(
        service,
        {
            "name": data.name,
            **{f"variants.{n}.name": variant.name for n, variant in enumerate(data.variants)},
            **{f"intents.{n}": intent for n, intent in enumerate(data.intents or [])},
        },
    )
    wrong = [
        {"field": f"variants.{n}.settings.messages", "message": str(mistake)}
        for n, variant in enumerate(data.variants)
        for mistake in mistakes(service.messages, variant.settings.messages)
    ]
    if wrong:
        raise ValidationFailed("these words cannot be said", wrong)
    told, by = service.rights.audit, Actor.of(staff_of(request))
    experiment = Experiment(
        id=new_id(),
        name=data.name,
        kind=data.kind,
        variants=[Variant(name=v.name, share=v.share, settings=v.settings) for v in data.variants],
        intents=data.intents,
        status="running",
        promoted=None,
        needed=needed(await _baseline(service)),
        created_at=service.clock(),
        created_by=by.name,
        ended_at=None,
        ended_by=None,
    )

    async def effect(unit: Unit) -> Experiment:
        await unit.experiments.add(experiment)
        await told.record(unit, by, "experiment_changed", None, experiment_id=experiment.id, status="running")
        await tell_of_experiment(unit, experiment, experiment.created_at)
        return experiment

    return await once(service, request, data, 201, effect)


@get(
    "/v1/experiments/{experiment_id:str}/results",
    guards=[staff_only("admin", "engineer")],
    summary="What an experiment has shown so far",
    responses=problems(NotFound),
)
async def read_results(experiment_id: FromPath[str], service: NamedDependency[Service]) -> Results:
    found = await _results(service, experiment_id)
    if found is None:
        raise NotFound
    return found


async def _results(service: Service, experiment_id: str) -> Results | None:
    async with service.database.read() as unit:
        experiment = await unit.experiments.get(experiment_id)
        if experiment is None:
            return None
        enrolled = await unit.experiments.enrolled(experiment_id, experiment.created_at)
    found = await service.kpi_index.period(None, None)
    found = found.of_ids([one.conversation_id for one in enrolled])
    summaries = {s.id: s for s in found.summaries}
    return results(experiment, enrolled, summaries, found.came_back, service.clock())


@post(
    "/v1/experiments/{experiment_id:str}/stop",
    guards=[staff_only("admin", "engineer")],
    status_code=200,
    summary="End an experiment, or what it promoted; conversations that are under way keep their variant",
    responses=problems(NotFound, *WRITING),
)
async def stop_experiment(
    request: Request[Any, Any, Any],
    experiment_id: FromPath[str],
    service: NamedDependency[Service],
    data: JSONBody[StopBody | None] = None,
) -> Response[Experiment]:
    shown = await _results(service, experiment_id)
    chosen, by = (data or StopBody()).promote, Actor.of(staff_of(request))

    async def effect(unit: Unit) -> Experiment:
        experiment = await unit.experiments.get(experiment_id)
        if experiment is None:
            raise NotFound
        names = [v.name for v in experiment.variants]
        if chosen is not None and chosen not in names:
            raise ValidationFailed("", [{"field": "promote", "message": f"no such variant; there are {', '.join(names)}"}])
        status = "promoted" if chosen else "stopped"
        changed = {"status": status, "promoted": chosen, "ended_at": service.clock(), "ended_by": by.name}
        ended = experiment.model_copy(update=changed)
        await unit.experiments.end(ended)
        await service.rights.audit.record(unit, by, "experiment_changed", None, experiment_id=experiment_id, status=status)
        unit.authored.tests = [Tested(what="verdict", words=shown.words)] if shown else []
        await tell_of_experiment(unit, ended, service.clock())
        return ended

    return await once(service, request, data, 200, effect)


router = Router(
    "/", route_handlers=[list_experiments, begin_experiment, read_results, stop_experiment], tags=["Experiments"]
)

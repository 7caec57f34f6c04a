"""Files into the knowledge base: the upload is stored with the answer, a job does the rest."""

import hashlib
from pathlib import PurePosixPath
from typing import Any

from litestar import Request, Response, Router, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from pydantic import BaseModel

from api.auth import author_of, staff_only
from api.idempotency import once
from api.masked_fields import refuse_personal_data
from api.openapi import Upload
from api.schemas.operators import JobAnswer, JobShown
from api.schemas.problem import WRITING, problems
from api.service import Service
from domain.errors import ValidationFailed
from domain.jobs import IMPORT_ARTICLES
from records.engine.unit import Unit

UPLOAD_LIMIT = 32 << 20  # bytes of the whole request


class _File(BaseModel):
    """What tells one upload from another under the same key."""

    name: str
    sha256: str


@post(
    "/v1/kb/import",
    guards=[staff_only("admin")],
    status_code=202,
    request_max_body_size=UPLOAD_LIMIT,
    operation_class=Upload,
    responses=problems(*WRITING),
    summary="Import a document, a table of questions and answers, a help centre's export, or a zip of these",
)
async def import_file(request: Request[Any, Any, Any], service: NamedDependency[Service]) -> Response[JobAnswer]:
    name, data = await _file(request)
    await refuse_personal_data(service, {"file": PurePosixPath(name).stem.replace("_", " ")})

    async def effect(unit: Unit) -> JobAnswer:
        job = await unit.jobs.add(
            IMPORT_ARTICLES, {"name": name, "by": author_of(request).model_dump()}, service.clock(), data
        )
        return JobAnswer(job=JobShown.of(job))

    upload = _File(name=name, sha256=hashlib.sha256(data).hexdigest())
    return await once(service, request, upload, 202, effect)


async def _file(request: Request[Any, Any, Any]) -> tuple[str, bytes]:
    if request.content_type[0] != "multipart/form-data" or not request.content_type[1].get("boundary"):
        raise ValidationFailed("", [{"field": "file", "message": "send the file as multipart/form-data"}])
    try:
        form = await request.form()
    except (ValueError, LookupError):  # text parts in an encoding that is not theirs, or that there is not
        raise ValidationFailed("", [{"field": "file", "message": "the form cannot be read"}]) from None
    try:
        parts = list(form.multi_items())
        if any(name != "file" for name, _ in parts):
            # What the caller called it may be somebody's address.
            raise ValidationFailed("", [{"field": "", "message": "there is a field beside `file`, which is the only one"}])
        files = [value for _, value in parts]
        if len(files) != 1 or not isinstance(files[0], UploadFile):
            raise ValidationFailed("", [{"field": "file", "message": "give one file, with its name"}])
        name = files[0].filename.encode("utf-8", "replace").decode().replace("\x00", "")[:255]
        return name or "upload", await files[0].read()
    finally:
        await form.close()


router = Router("/", route_handlers=[import_file], tags=["Knowledge base"])

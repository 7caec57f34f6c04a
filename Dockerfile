# The service in one image: `serve`, `worker` and a Chroma server run from it (compose.yaml).
FROM python:3.11-slim AS build
WORKDIR /source
COPY requirements requirements
RUN python -m venv /uv && /uv/bin/pip install --no-cache-dir --require-hashes -r requirements/uv.txt && python -m venv /app
COPY pyproject.toml README.md LICENSE ./
# Compiled here: the image's user may not write beside the packages, and would compile them at every start.
ENV UV_COMPILE_BYTECODE=1
# The packages that it needs to run, in the locked versions, by their hashes; the lock's tools for development stay out.
RUN /uv/bin/uv pip install --no-cache --python /app/bin/python --require-hashes -c requirements/dev.txt -r pyproject.toml
COPY . .
RUN /uv/bin/uv pip install --no-cache --python /app/bin/python --no-deps --build-constraints requirements/dev.txt .

FROM python:3.11-slim
RUN useradd --create-home --uid 10001 supportgraph && install -d -m 0700 -o 10001 -g 10001 /data
COPY --from=build /app /app
ENV PATH=/app/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    SUPPORTGRAPH_HOST=0.0.0.0 \
    SUPPORTGRAPH_PORT=8000 \
    SUPPORTGRAPH_DATA_DIR=/data
# By number: a cluster that refuses root can see that this is not root.
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
# Running turns get 10 seconds after SIGTERM: give the container 20 or more.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/health/ready', timeout=2)"]
CMD ["supportgraph", "serve"]

"""The command and the assembly."""

import os

from supportgraph.configuration.no_tracing import clear_environment

clear_environment()
# Before numpy is first imported: our matrices are small, and BLAS threads that wait for the next one burn a whole core
# (measured: half of the CPU of an answered question).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

"""The thread that waits for the disk, so that the event loop need not.

It alone writes to the log, one batch after the other; what a batch holds is decided elsewhere.
"""

import asyncio
import threading
from queue import SimpleQueue

from shared.hub.batch import Batch
from shared.storage.event_log import EventLog

Job = tuple[Batch, "asyncio.Future[None]"]


class Writer:
    """Writes batches; use from the event loop's thread, and close it at the end."""

    def __init__(self, log: EventLog) -> None:
        self._log = log
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="log-writer", daemon=True)
        self._thread.start()

    async def write(self, batch: Batch) -> None:
        """Return when the batch is on disk; raises StorageFailed."""
        done = asyncio.get_running_loop().create_future()
        self._jobs.put((batch, done))
        await done

    def close(self) -> None:
        """Finish the batch in hand, if any, and end the thread."""
        self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        # An executor would do the same with a third more time between disk and answer.
        while (job := self._jobs.get()) is not None:
            batch, done = job
            error = self._written(batch)
            done.get_loop().call_soon_threadsafe(_settle, done, error)

    def _written(self, batch: Batch) -> Exception | None:
        try:
            self._log.append(batch.entries, batch.recorded, forget_before_ms=batch.forget_before_ms)
        except Exception as error:  # whatever it is, it ends the hub, on the loop's side
            return error
        return None


def _settle(done: "asyncio.Future[None]", error: Exception | None) -> None:
    if done.cancelled():
        return
    if error is None:
        done.set_result(None)
    else:
        done.set_exception(error)

"""An output file that a killed run leaves whole, and a journal beside it from which the run goes on.

Every finished article is a line of `FILE.journal`: its id, and where the output and the rejects end after it. What stands
behind the last such place was written by an article that did not finish, and is cut off when the run is resumed.
"""
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from pydantic_core import from_json, to_json

from extractor.fact import Fact
from extractor.pool import Failure
from extractor.writing import line


class Journal:
    """Writes facts, rejects and the journal of one run; a context manager.

    With `resume` the run goes on where the journal ends: `finished(id)` tells what is done. `options` are those that the
    facts depend on. Raises ValueError where there is nothing to resume, or where it was begun with other options.
    """

    def __init__(self, output: Path, rejects: Path | None, options: dict[str, Any], resume: bool = False) -> None:
        self.path = output.with_name(output.name + ".journal")
        self._done: set[str] = set()
        ends = (0, 0, 0)
        if resume:
            ends = self._read(options)
        self._journal = self._open(self.path, ends[0], resume)
        self._output = self._open(output, ends[1], resume)
        self._rejects = self._open(rejects, ends[2], resume) if rejects else None
        if not resume:
            self._append(self._journal, {"options": options})

    def __enter__(self) -> "Journal":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for stream in (self._output, self._rejects, self._journal):
            if stream is not None:
                stream.close()

    def finished(self, id: str) -> bool:
        """Whether an article was finished before the run was resumed."""
        return id in self._done

    def facts(self, id: str, found: Iterable[Fact]) -> None:
        """Write one article's facts, in one piece."""
        self._output.write("".join(map(line, found)).encode())
        self._finish(id)

    def reject(self, failure: Failure) -> None:
        """Write one article's failure."""
        if self._rejects is not None:
            self._append(self._rejects, {"id": failure.id, "stage": failure.stage, "error": failure.error})
        self._finish(failure.id)

    def _finish(self, id: str) -> None:
        """Note an article as finished, once what it wrote is out of our hands."""
        self._output.flush()
        rejected = 0
        if self._rejects is not None:
            self._rejects.flush()
            rejected = self._rejects.tell()
        self._append(self._journal, {"id": id, "output": self._output.tell(), "rejects": rejected})
        self._journal.flush()

    @staticmethod
    def _append(stream: IO[bytes], row: dict[str, Any]) -> None:
        stream.write(to_json(row) + b"\n")

    @staticmethod
    def _open(path: Path, end: int, resume: bool) -> IO[bytes]:
        """A file to write on from `end`, what stands behind it cut off."""
        stream = path.open("r+b" if resume and path.exists() else "wb")
        stream.truncate(end)
        stream.seek(end)
        return stream

    def _read(self, options: dict[str, Any]) -> tuple[int, int, int]:
        """Take in what is finished; where journal, output and rejects end. A last line that was cut off counts for nothing."""
        if not self.path.exists():
            raise ValueError(f"{self.path}: no such journal: nothing to resume; run without --resume")
        end = output = rejects = 0
        with self.path.open("rb") as stream:
            for raw in stream:
                if not raw.endswith(b"\n"):
                    break
                row = from_json(raw)
                if "options" in row and row["options"] != options:
                    raise ValueError(f"{self.path}: was begun with other options: {row['options']}; run with these, or without --resume")
                if "id" in row:
                    self._done.add(row["id"])
                    output, rejects = row["output"], row["rejects"]
                end += len(raw)
        return end, output, rejects

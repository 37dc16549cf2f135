"""Pagefind's index files in a fixed order: it writes filters and their values as its hash tables happen to hold them.

Sorted and named by their content, the same documents give the same bytes. The files are CBOR (RFC 8949) behind a
signature, compressed by gzip; of CBOR they use arrays, texts and whole numbers.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping

SIGNATURE = b"pagefind_dcd"
ENTRY = "pagefind-entry.json"
UINT, TEXT, ARRAY = 0, 3, 4  # CBOR's major types

Value = int | str | list["Value"]


def in_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of an index, with filters sorted; raises ValueError for an index of another make."""
    out = dict(files)
    entry = json.loads(out.pop(ENTRY))
    for language in entry["languages"].values():
        match decode(out.pop(f"pagefind.{language['hash']}.pf_meta")):
            case [str(version), list(pages), list(chunks), list(filters), *more]:
                filters = sorted((_filter(named, out) for named in filters), key=str)
                packed = encode([version, pages, chunks, filters, *more])
            case _:
                raise ValueError("not the index that is known")
        language["hash"] = f"{language['hash'].partition('_')[0]}_{_name(packed, 10)}"
        out[f"pagefind.{language['hash']}.pf_meta"] = packed
    out[ENTRY] = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return dict(sorted(out.items()))


def _filter(named: Value, files: dict[str, bytes]) -> Value:
    """A filter's name and the hash of its file, which is written anew with its values sorted."""
    match named:
        case [str(name), str(hash_)]:
            found = decode(files.pop(f"filter/{hash_}.pf_filter"))
        case _:
            raise ValueError("not the filters that are known")
    match found:
        case [str(), list(values)]:
            packed = encode([name, sorted(values, key=str)])
        case _:
            raise ValueError("not the filter that is known")
    new = f"{hash_.partition('_')[0]}_{_name(packed, 7)}"
    files[f"filter/{new}.pf_filter"] = packed
    return [name, new]


def _name(content: bytes, length: int) -> str:
    return hashlib.sha256(content).hexdigest()[:length]


def decode(packed: bytes) -> Value:
    """What a file holds; raises ValueError for what these files never hold."""
    data = gzip.decompress(packed)
    if not data.startswith(SIGNATURE):
        raise ValueError("no file of an index")
    value, end = _read(data, len(SIGNATURE))
    if end != len(data):
        raise ValueError("more than one value")
    return value


def encode(value: Value) -> bytes:
    """A value as a file."""
    out = bytearray(SIGNATURE)
    _write(value, out)
    return gzip.compress(bytes(out), mtime=0)


def _read(data: bytes, at: int) -> tuple[Value, int]:
    kind, small = data[at] >> 5, data[at] & 31
    at += 1
    if small > 27:
        raise ValueError("a value of no fixed length")
    size = 1 << (small - 24) if small > 23 else 0
    number = int.from_bytes(data[at : at + size], "big") if size else small
    at += size
    if kind == UINT:
        return number, at
    if kind == TEXT:
        return data[at : at + number].decode(), at + number
    if kind != ARRAY:
        raise ValueError("neither number, text nor array")
    values: list[Value] = []
    for _ in range(number):
        value, at = _read(data, at)
        values.append(value)
    return values, at


def _write(value: Value, out: bytearray) -> None:
    if isinstance(value, int):
        _head(UINT, value, out)
    elif isinstance(value, str):
        _head(TEXT, len(value.encode()), out)
        out += value.encode()
    else:
        _head(ARRAY, len(value), out)
        for inner in value:
            _write(inner, out)


def _head(kind: int, number: int, out: bytearray) -> None:
    size = next((n for n in range(4) if number < 256 ** (1 << n)), 3) if number > 23 else None
    out.append(kind << 5 | (number if size is None else 24 + size))
    if size is not None:
        out += number.to_bytes(1 << size, "big")

"""What an address leads to, and what is said where it leads to nothing, or is an old one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.streams import say
from tui.text.nearest import nearest

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue, Record


def found_at(catalogue: Catalogue, address: str) -> list[Record]:
    """Return the records at an address; where there are none, say which address is nearest.

    Of an address that a clause had before, say which one it has now.
    """
    records = catalogue.find(address)
    if not records:
        near = _nearest(address, list(catalogue.addresses(address)))
        say(f"nothing at {address}" + (f"; did you mean {near}?" if near else ""))
    clause = catalogue.clause(address) if catalogue.is_former(address) else None
    if clause is not None:
        say(f"{address} is an old address; the clause is now at {clause.address}")
    return records


def _nearest(address: str, addresses: list[str]) -> str | None:
    """Return the nearest address; else the one whose last part is nearest, as `peskov` is to da-nang-2017/peskov."""
    if near := nearest(address, addresses):
        return near
    by_name = {_last_part(known): known for known in addresses}
    name = nearest(_last_part(address), by_name)
    return by_name[name] if name else None


def _last_part(address: str) -> str:
    return address.replace("#", "/").rpartition("/")[2]

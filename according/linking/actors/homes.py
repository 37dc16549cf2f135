"""Which actor's page each name had when nobody had corrected anything: what no correction speaks of stays together.

A correction changes what the rules see, and with it whom they take for one: a person who is new has a surname, one who
is nobody leaves a surname behind. Names of two pages stay two all the same, and those of one stay one, unless people
speak of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from according.linking.actors.clusters import Clusters, Node
from according.linking.actors.corpus import Nodes
from according.linking.actors.uses import Use
from according.linking.addresses import Before, Led
from according.memo import FORGETFUL, Memo

STAYED = "as without corrections"
Homes = Mapping[Node, frozenset[str]]  # by node, the pages that its names led to


def at_home(
    nodes: Mapping[str, Nodes], before: Before | None, memo: Memo = FORGETFUL
) -> tuple[dict[str, Nodes], dict[Node, frozenset[str]]]:
    """The nodes, each of one page at most, and the pages of those that had one."""
    if before is None:
        return {**nodes}, {}
    found = memo.recall_each("homes", ((a, (here, before.led(a))) for a, here in nodes.items()), _at_home)
    homes: dict[Node, frozenset[str]] = {}
    for _, of in found.values():
        homes.update(of)
    return {article: parted for article, (parted, _) in found.items()}, homes


def homes_of_claimed(
    claimed: Mapping[str, Sequence[Node]], nodes: Mapping[str, Nodes], before: Before, renamed: Mapping[str, str]
) -> Homes:
    """The pages of the nodes of which people speak: those whose names their entry has, and one of its own.

    Those of a place count here: whoever is one no more takes in only those who were with it. So does the page that an
    entry renames by one of its spellings, which ``renamed`` has by the entry's name.
    """
    homes = {}
    for name, same in claimed.items():
        keys = {node.key for node in same}
        for node in same:
            led = before.led(node.article)
            pages = {led.page(use.span, in_title=use.in_title) for use in nodes[node.article].uses[node]}
            own = (page for page in pages if before.is_named(page, keys) or page == renamed.get(name))
            homes[node] = frozenset({f"\t{name}", *own})
    return homes


def stay_together(clusters: Clusters, homes: Homes, spoken: Collection[Node], renamed: Mapping[str, Node]) -> None:
    """Joins the nodes of one page that nobody speaks of, where the rules do not any more.

    Of a page from which people say that a name leaves, the others stay with the entry about it. A page that an entry
    renames by one of its spellings goes along; ``renamed`` has a node of the entry's by the page.
    """
    families: defaultdict[frozenset[str], list[Node]] = defaultdict(list)
    for node, home in homes.items():
        if node not in spoken and not clusters.leaves(node):
            families[home].append(node)
    about = dict(renamed)
    for node in sorted(spoken) if clusters.parted else ():
        about |= dict.fromkeys(clusters.parted & clusters.homes.get(clusters.root(node), frozenset()), node)
    for home, family in families.items():
        first, *others = [*(about[page] for page in sorted(about.keys() & home)), *sorted(family)]
        for node in others:
            clusters.join(first, node, STAYED)


def _at_home(here: Nodes, led: Led) -> tuple[Nodes, dict[Node, frozenset[str]]]:
    """The nodes of one article; names that led to two pages are two nodes."""
    uses: dict[Node, tuple[Use, ...]] = {}
    homes: dict[Node, frozenset[str]] = {}
    for node, same in here.uses.items():
        pages = [led.page(use.span, in_title=use.in_title) for use in same]
        found = sorted({page for page in pages if page.startswith("actors/")})
        first = found[0] if found else ""
        for page in found or [first]:
            own = node if page == first else node._replace(sense=page)
            of = (use for use, its in zip(same, pages, strict=True) if (its if its in found else first) == page)
            uses[own] = tuple(of)
            if page:
                homes[own] = frozenset({page})
    return (here if len(uses) == len(here.uses) else here.parted(uses)), homes

"""An outlet of many words: its page shows a few of each event, and leads to where the others stand."""

import itertools
import json
import re

from site_builder import WIRE

COUNT = re.compile(r"(\d+)(?: more)? statements? on the page of the event")
LINK = re.compile(r'<a href="\.\./\.\./(events/[^"]+/index\.html)#(by-[^"]+)">([^<]+)</a>')
AT_THE_BRIDGE = (
    "Engineers closed the eastern lane of the bridge at Port Selden at six.",
    "The crack in the bridge runs along a weld under the road.",
    "A lorry with timber stopped on the bridge as the barriers fell.",
    "Divers will look at the piers of the bridge at Port Selden on Wednesday.",
    "Buses between the harbour and the market take the ferry while the bridge is closed.",
    "Nobody was on the footpath of the bridge when it was shut.",
    "Repairs to the bridge at Port Selden will take three weeks.",
    "The bridge over the Arle had been painted in the spring.",
)


def roads():
    """Articles of one outlet on nothing in particular: sentences that say different things, ten in each."""
    syllables = ("Ba", "Ko", "Du", "Fe", "Ri", "So", "Te"), *[("mo", "le", "ti", "ran", "dus", "vik", "gar")] * 2
    names = list(map("".join, itertools.product(*syllables)))
    lines = [f"The road from {a} to {b} passes {c}." for a, b, c in zip(*[iter(names)] * 3, strict=False)]
    for first in range(0, len(lines), 10):
        head = f"---\ntitle: Roads of part {first}\ndate: 2021-06-01\noutlet: Example Wire\n---\n\n"
        yield f"content/roads-{first:03}.md", head + "\n\n".join(lines[first : first + 10]) + "\n"


def part(page, start):
    """One section of a page, by its start tag."""
    (found,) = re.findall(f"{re.escape(start)}.*?</section>", page, re.DOTALL)
    return found


def test_the_page_of_an_event_has_what_the_page_of_its_outlet_leaves_out(shop):
    """The numbers add up, each link leads to the outlet's account, and all of its words stand there."""
    shop.write("content/2021-05-04-wire.md", WIRE + "\n" + "\n\n".join(AT_THE_BRIDGE) + "\n")
    for name, text in roads():
        shop.write(name, text)
    shop.build()
    page = (shop.site / "sources/example-wire/index.html").read_text("utf8")
    left = LINK.findall(page)
    assert left, "the page has room for everything"
    rows = (shop.site / "data/claims.jsonl").read_text("utf8").splitlines()
    for path, anchor, text in left:
        event = path.split("/")[1]
        count = int(COUNT.fullmatch(text)[1])
        account = part((shop.site / path).read_text("utf8"), f'<section class="account" id="{anchor}">')
        chapter = part(page, f'<section class="chapter" id="e-{event}">')
        here, there = (set(re.findall(r'data-quote="([^"]+)"', html)) for html in (chapter, account))
        own = [c for c in map(json.loads, rows) if c["source"]["id"] == "example-wire" and c["events"][:1] == [event]]
        assert here < there
        assert len(here) + count == len(there) == len(own)

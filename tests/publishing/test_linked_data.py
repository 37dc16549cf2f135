"""What pages tell programs about themselves."""

import json
import re

from fixture import site

from according.publishing import links, pages


def told():
    """What each page says about itself, by its path."""
    found = {}
    for path, text in pages.render(site()).items():
        for body in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text):
            assert "<" not in body
            found[path] = json.loads(body)
    return found


def test_pages_say_what_they_are_about_in_the_terms_of_schema_org():
    """Valid JSON, no finer than what is known, and nothing in it can end the script element."""
    found = told()
    assert {f["@type"] for f in found.values()} == {
        "Event", "Place", "Person", "Organization", "NewsMediaOrganization", "NewsArticle", "Thing"
    }  # fmt: skip
    assert "geo" not in found[links.page("places", "tel-marwan")]
    assert "datePublished" not in found[links.page("articles", "note")]


def test_a_source_is_the_author_of_its_claims():
    """Each is copied from an article and says where it appears."""
    claims = [c for path, f in told().items() if path.startswith("sources/") for c in f["@reverse"]["author"]]
    assert claims
    assert all(c["@type"] == "Claim" and c["text"] and c["appearance"]["headline"] for c in claims)

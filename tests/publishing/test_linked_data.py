"""What pages tell programs about themselves."""

import json
import re

from fixture import site

from according.publishing import links, pages


def test_pages_say_what_they_are_about_in_the_terms_of_schema_org():
    """Valid JSON, no finer than what is known, and nothing in it can end the script element."""
    files, found = pages.render(site()), {}
    for path, text in files.items():
        for body in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text):
            assert "<" not in body
            found[path] = json.loads(body)
    assert {f["@type"] for f in found.values()} == {
        "Event", "Place", "Person", "Organization", "NewsMediaOrganization", "NewsArticle"
    }  # fmt: skip
    assert "geo" not in found[links.page("places", "tel-marwan")]
    assert "datePublished" not in found[links.page("articles", "note")]

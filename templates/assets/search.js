// The instant jump: every name in every spelling, from a list that is itself a script, so that it works from file://.
(function () {
  "use strict";
  var form = document.querySelector(".seek");
  var field = document.getElementById("q");
  var hits = document.getElementById("hits");
  var found = document.getElementById("found");
  if (!form || typeof accordingNames === "undefined") return;

  function fold(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[\u2018\u2019\u02bc'`-]/g, "").toLowerCase();
  }
  var rows = accordingNames.map(function (row) {
    return { row: row, forms: [row[0]].concat(row.slice(4)).map(fold) };
  });

  // Best first: the whole name, its beginning, the beginning of a word, anywhere.
  function rank(forms, query) {
    var best = 9;
    for (var i = 0; i < forms.length; i++) {
      var at = forms[i].indexOf(query);
      if (at < 0) continue;
      var r = forms[i] === query ? 0 : at === 0 ? 1 : /[^\p{L}\p{N}]/u.test(forms[i][at - 1]) ? 2 : 3;
      best = Math.min(best, r + (i ? 0.5 : 0));
    }
    return best;
  }

  function line(hit) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    var note = document.createElement("span");
    link.href = form.dataset.root + hit.row[2];
    link.textContent = hit.row[0];
    link.dir = "auto";
    note.className = "meta";
    note.textContent = " " + hit.row[3];
    item.append(link, note);
    var query = fold(field.value.trim());
    var other = hit.row.slice(4).find(function (f) { return fold(f).includes(query); });
    if (other && !hit.forms[0].includes(query)) note.textContent += " \u00b7 " + other;
    return item;
  }

  function show() {
    var query = fold(field.value.trim());
    hits.replaceChildren();
    if (!query) { found.textContent = ""; return; }
    var matches = rows.map(function (r) { return { row: r.row, forms: r.forms, rank: rank(r.forms, query) }; })
      .filter(function (r) { return r.rank < 9; });
    matches.sort(function (a, b) { return a.rank - b.rank || a.row[0].length - b.row[0].length; });
    found.textContent = matches.length ? form.dataset.found.replace("{n}", matches.length) : form.dataset.nothing;
    hits.append.apply(hits, matches.slice(0, 50).map(line));
  }

  field.addEventListener("input", show);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var first = hits.querySelector("a");
    if (first) location.href = first.href;
  });
  field.value = new URLSearchParams(location.search).get("q") || "";
  show();
  field.focus();
})();

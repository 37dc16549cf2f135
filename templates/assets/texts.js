// Search in the texts, by Pagefind's index. It needs a server: from file:// a browser loads no module, so this stays away.
(function () {
  "use strict";
  var section = document.getElementById("texts");
  var field = document.getElementById("q");
  if (!section || !field || location.protocol === "file:") return;
  var told = section.querySelector("[role=status]");
  var list = section.querySelector("ul");
  var selects = Array.prototype.slice.call(section.querySelectorAll("select"));
  var shown = 20;
  var asked = 0;

  // Only the text of an excerpt is taken over, and which of it is marked.
  function excerpt(html) {
    var template = document.createElement("template");
    var out = document.createElement("span");
    template.innerHTML = html;
    template.content.childNodes.forEach(function (node) {
      var part = node.nodeName === "MARK" ? document.createElement("mark") : document.createTextNode(node.textContent);
      if (node.nodeName === "MARK") part.textContent = node.textContent;
      out.append(part);
    });
    return out;
  }

  function line(data) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    link.href = data.url;
    link.textContent = data.meta.title;
    link.dir = "auto";
    item.append(link, document.createElement("br"), excerpt(data.excerpt));
    return item;
  }

  function filters() {
    var chosen = {};
    selects.forEach(function (s) { if (s.value) chosen[s.dataset.filter] = s.value; });
    return chosen;
  }

  function ask(index) {
    var query = field.value.trim();
    var mine = ++asked;
    section.hidden = !query;
    if (!query) return;
    index.debouncedSearch(query, { filters: filters() }, 200).then(function (found) {
      if (!found || mine !== asked) return;
      told.textContent = found.results.length ? section.dataset.found.replace("{n}", found.results.length) : section.dataset.nothing;
      return Promise.all(found.results.slice(0, shown).map(function (r) { return r.data(); })).then(function (pages) {
        if (mine === asked) list.replaceChildren.apply(list, pages.map(line));
      });
    });
  }

  import(new URL(section.dataset.index, location.href).href).then(function (index) {
    return index.filters().then(function (all) {
      selects.forEach(function (select) {
        Object.keys(all[select.dataset.filter] || {}).sort().forEach(function (value) {
          select.append(new Option(value + " (" + all[select.dataset.filter][value] + ")", value));
        });
        select.addEventListener("change", function () { ask(index); });
      });
      field.addEventListener("input", function () { ask(index); });
      ask(index);
    });
  }).catch(function () { section.remove(); }); // the index could not be made: names can still be searched
})();

// Filters of the timeline: by place, actor and source. The choice stands in the address, so that it can be passed on.
(function () {
  "use strict";
  var form = document.getElementById("filters");
  if (!form) return;
  var selects = Array.prototype.slice.call(form.querySelectorAll("select"));
  var told = form.querySelector("[role=status]");
  var cards = Array.prototype.slice.call(document.querySelectorAll("[data-of]"));
  var boxes = Array.prototype.slice.call(document.querySelectorAll(".month, .days > li"));

  function show() {
    var wanted = selects.map(function (s) { return s.value; }).filter(Boolean);
    var shown = 0;
    cards.forEach(function (card) {
      var has = card.dataset.of.split(" ");
      card.hidden = !wanted.every(function (w) { return has.indexOf(w) >= 0; });
      if (!card.hidden) shown++;
    });
    boxes.forEach(function (box) { box.hidden = !box.querySelector("[data-of]:not([hidden])"); });
    told.textContent = wanted.length ? form.dataset.shown.replace("{n}", shown) : "";
  }

  function keep() {
    var query = new URLSearchParams();
    selects.forEach(function (s) { if (s.value) query.set(s.name, s.selectedOptions[0].dataset.id); });
    if (location.protocol !== "file:") history.replaceState(null, "", query.size ? "?" + query : location.pathname);
    show();
  }

  var given = new URLSearchParams(location.search);
  selects.forEach(function (s) {
    var option = Array.prototype.find.call(s.options, function (o) { return o.dataset.id && o.dataset.id === given.get(s.name); });
    if (option) option.selected = true;
    s.addEventListener("change", keep);
  });
  show();
})();

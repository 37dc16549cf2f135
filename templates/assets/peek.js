// A preview of the place, actor, source or event that a link leads to, on hover and on focus. Esc puts it away.
(function () {
  "use strict";
  var script = document.currentScript;
  var root = script.dataset.root;
  var parts = Number(script.dataset.parts);
  var known = {};
  var asked = {};
  var card = document.createElement("div");
  var link = null;
  var timer = 0;
  card.className = "peek";
  card.id = "peek";
  card.setAttribute("role", "tooltip");

  function keyOf(a) {
    var found = /(?:^|\/)((?:events|places|actors|sources)\/[^\/#]+)\/index\.html/.exec(a.getAttribute("href") || "");
    return found && location.pathname.indexOf("/" + found[1] + "/") < 0 ? found[1] : null;
  }

  function hide() {
    clearTimeout(timer);
    if (link) link.removeAttribute("aria-describedby");
    link = null;
    card.remove();
  }

  function show() {
    var lines = link && known[keyOf(link)];
    if (!lines) return;
    card.replaceChildren.apply(card, lines.map(function (text, i) {
      var line = document.createElement(i ? "p" : "b");
      line.textContent = text;
      line.dir = "auto";
      return line;
    }));
    document.body.append(card);
    var box = link.getClientRects()[0] || link.getBoundingClientRect();
    var below = box.bottom + 6;
    if (below + card.offsetHeight > innerHeight) below = Math.max(0, box.top - card.offsetHeight - 6);
    card.style.top = below + scrollY + "px";
    card.style.left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 8)) + "px";
    link.setAttribute("aria-describedby", "peek");
  }

  window.accordingPeek = function (entries) {
    Object.assign(known, entries);
    show();
  };

  function want(a) {
    var key = keyOf(a);
    if (!key || a === link) return;
    hide();
    link = a;
    timer = setTimeout(function () {
      var part = 0;
      for (var i = 0; i < key.length; i++) part += key.charCodeAt(i);
      part %= parts;
      if (asked[part]) { show(); return; }
      asked[part] = document.createElement("script");
      asked[part].src = root + "peek/" + part + ".js";
      document.head.append(asked[part]);
    }, 250);
  }

  function entered(event) {
    var a = event.target.closest && event.target.closest("main a[href]");
    if (event.pointerType !== "touch" && a) want(a);
  }

  // What is pointed at may be left for the preview itself, to read or select it.
  function left(event) {
    var to = event.relatedTarget;
    if (link && !(to && (card.contains(to) || link.contains(to)))) hide();
  }

  document.addEventListener("pointerover", entered);
  document.addEventListener("focusin", entered);
  document.addEventListener("pointerout", function (event) {
    if (link && (link.contains(event.target) || card.contains(event.target))) setTimeout(left, 120, { relatedTarget: document.querySelector(".peek:hover, a[aria-describedby=peek]:hover") });
  });
  document.addEventListener("focusout", left);
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });
})();

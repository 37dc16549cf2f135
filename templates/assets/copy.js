// A button beside each block of lines to paste: it copies them, and says so, to screen readers too.
(function () {
  "use strict";
  var words = document.currentScript.dataset;

  // For pages that came neither by https nor from this machine, and where the clipboard is not allowed.
  function copySelection(code) {
    var range = document.createRange();
    range.selectNodeContents(code);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return document.execCommand("copy");
  }

  document.querySelectorAll("main pre").forEach(function (block) {
    var row = document.createElement("p");
    var button = document.createElement("button");
    var told = document.createElement("span");
    row.className = "copy";
    button.type = "button";
    button.textContent = words.copy;
    button.setAttribute("aria-label", words.copy + " · " + block.getAttribute("aria-label"));
    told.setAttribute("role", "status");
    button.addEventListener("click", function () {
      var code = block.querySelector("code");
      told.textContent = "";
      (navigator.clipboard ? navigator.clipboard.writeText(code.textContent) : Promise.reject()).then(
        function () { told.textContent = words.copied; },
        function () { told.textContent = copySelection(code) ? words.copied : words.selected; }
      );
    });
    row.append(told, " ", button);
    block.before(row);
  });
})();


// In the frame of a card: shows its sides as Anki's reviewer does, all in one page. The frame
// belongs to no origin, and its policy runs no script but this one and those of the templates.
(function () {
  "use strict";
  var qa = document.getElementById("qa");
  var shown = { side: "", typed: "", sounds: {} };
  var KEYS = ["Enter", " ", "Escape", "j", "k", "/", "?", "d"];

  function say(what, more) {
    parent.postMessage(Object.assign({ deckgen: what }, more), "*");
  }

  // Scripts that come with innerHTML do not run; the reviewer makes each of them anew.
  function put(html) {
    qa.innerHTML = html;
    qa.querySelectorAll("script").forEach(function (script) {
      var live = document.createElement("script");
      live.textContent = script.textContent;
      script.replaceWith(live);
    });
  }

  function show(told) {
    var input = document.getElementById("typeans");
    var typed = input && input.tagName === "INPUT" ? input.value : "";
    document.body.className = "card card1" + (told.night ? " nightMode night_mode" : "");
    if (told.html === shown.html) return;
    shown = told;
    put(told.html);
    if (told.side === "back") compare(typed);
    var answer = document.getElementById("answer");
    // As scrollIntoView does in Anki; here it would move the page around the frame as well.
    var margin = answer && parseFloat(getComputedStyle(answer).scrollMarginTop);
    scrollTo(0, answer ? answer.getBoundingClientRect().top + scrollY - margin : 0);
  }

  // What was typed, above what was asked for; the same words are said once.
  function compare(typed) {
    var code = document.querySelector("code#typeans");
    if (!code || !typed) return;
    if (typed === shown.typed) {
      code.replaceChildren(span("typeGood", typed));
      return;
    }
    var arrow = span("", "\u2193");
    arrow.id = "typearrow";
    code.replaceChildren(
      span("typeBad", typed), document.createElement("br"), arrow,
      document.createElement("br"), span("typeMissed", shown.typed)
    );
  }

  function span(name, text) {
    var made = document.createElement("span");
    if (name) made.className = name;
    made.textContent = text;
    return made;
  }

  addEventListener("message", function (event) {
    if (event.source === parent && event.data && event.data.deckgen === "show") show(event.data);
  });

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a");
    if (link) event.preventDefault();  // a preview leads nowhere
    var sound = link && link.dataset.sound;
    if (sound && shown.sounds[sound]) new Audio(shown.sounds[sound]).play();
    if (link || event.target.closest("input, label, summary, button")) return;
    if (String(getSelection())) return;  // words are being marked
    say("flip");
  });
  document.addEventListener("auxclick", function (event) {
    if (event.target.closest("a")) event.preventDefault();
  });
  document.addEventListener("submit", function (event) { event.preventDefault(); });

  document.addEventListener("keydown", function (event) {
    var at = event.target, key = event.key;
    if (event.ctrlKey || event.metaKey || event.altKey || KEYS.indexOf(key) < 0) return;
    if (at.id === "typeans" && key !== "Enter" && key !== "Escape") return;
    if (at.closest("summary, a") && (key === "Enter" || key === " ")) return;
    if (at.classList.contains("dg-pick") && key === " ") return;
    event.preventDefault();
    say("key", { key: key });
  });
  addEventListener("focus", function () { say("focus"); });
  say("ready");
})();

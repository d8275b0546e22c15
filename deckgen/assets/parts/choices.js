// Shuffles the choices of a question, lets the learner choose, and marks the answer. Anki runs this
// on both sides and again and again in one page, so it declares nothing outside, and what it sets on
// the page replaces what the card before has set. It asks for no storage and no network.
(function () {
  "use strict";
  var MARK = "deckgen ";

  // Numbers below 1 that a text gives: the same text, the same numbers.
  function numbers(text) {
    var state = 2166136261;
    for (var i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 16777619);
    return function () {
      state = (state + 1831565813) | 0;
      var mixed = Math.imul(state ^ (state >>> 16), 569420461);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 1935289751);
      return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
    };
  }

  // Anki's day begins at four in the morning.
  function today() {
    return new Date(Date.now() - 4 * 3600 * 1000).toDateString();
  }

  // Positions in a new order. What keeps its place parts the others: they stay on their side of it.
  function shuffled(front, count) {
    var order = [];
    for (var i = 0; i < count; i++) order.push(i);
    if (front.classList.contains("in-order")) return order;
    var random = numbers(front.dataset.id + " " + today());
    for (var from = 0, to = 0; from < count; from = to = to + 1) {
      while (to < count && !front.classList.contains("keep-" + (to + 1))) to++;
      for (var last = to - 1; last > from; last--) {
        var other = from + Math.floor(random() * (last - from + 1));
        var moved = order[last];
        order[last] = order[other];
        order[other] = moved;
      }
    }
    return order;
  }

  // What the back has to know of the front: the order, for the day may turn in between, and what was
  // chosen. It stays with the page, and in the name of the window, which outlives a page that is
  // loaded anew for the back. A name that somebody else gave is left alone.
  function keep(id, order, chosen) {
    var text = MARK + [encodeURIComponent(id), order.join(), chosen.join()].join(" ");
    window.deckgenKept = text;
    if (!window.name || window.name.indexOf(MARK) === 0) window.name = text;
  }

  function kept(id, count) {
    var parts = String(window.deckgenKept || window.name).split(" ");
    if (parts[0] + " " !== MARK || parts[1] !== encodeURIComponent(id)) return null;
    var order = indices(parts[2]);
    var whole = order.slice().sort(function (a, b) { return a - b; });
    if (order.length !== count || whole.some(function (n, i) { return n !== i; })) return null;
    return { order: order, chosen: indices(parts[3]) };
  }

  function indices(text) {
    return (text || "").split(",").filter(Boolean).map(Number);
  }

  function arranged(list, order) {
    var items = Array.prototype.slice.call(list.children);
    order.forEach(function (index) {
      if (items[index]) list.appendChild(items[index]);
    });
    list.classList.add("dg-live");
    return items;
  }

  // The front: each choice becomes the label of a radio button, or of a box where several are right.
  function ask(front, list, order) {
    var several = front.classList.contains("multi");
    var prompt = front.querySelector(".dg-prompt");
    var items = arranged(list, order);
    prompt.id = "dg-prompt";
    list.setAttribute("role", several ? "group" : "radiogroup");
    list.setAttribute("aria-labelledby", "dg-prompt");
    items.forEach(function (item) {
      var input = document.createElement("input");
      var label = wrapped(item, "label");
      input.type = several ? "checkbox" : "radio";
      input.name = "dg-choice";
      input.className = "dg-pick";
      label.insertBefore(input, label.firstChild);
      item.setAttribute("role", "none");
      item.classList.add("tappable");
    });
    list.addEventListener("change", function () {
      var chosen = [];
      items.forEach(function (item, index) {
        var picked = item.querySelector(".dg-pick").checked;
        item.classList.toggle("dg-chosen", picked);
        if (picked) chosen.push(index);
      });
      keep(front.dataset.id, order, chosen);
    });
    keep(front.dataset.id, order, []);
  }

  function wrapped(item, tag) {
    var whole = document.createElement(tag);
    whole.className = "dg-said";
    while (item.firstChild) whole.appendChild(item.firstChild);
    item.appendChild(whole);
    return whole;
  }

  // The back: the same order, what is right, and what was chosen.
  function show(front, list, flip) {
    var right = flip.dataset.key.split(" ");
    var known = kept(front.dataset.id, list.children.length);
    var order = known ? known.order : shuffled(front, list.children.length);
    var chosen = known ? known.chosen : [];
    var lists = [list, flip.querySelector(".dg-rationales > ol")];
    lists.forEach(function (one) {
      if (!one || one.classList.contains("dg-live")) return;
      arranged(one, order).forEach(function (item, index) {
        if (one === list) wrapped(item, "div");
        item.classList.add(right.indexOf(String(index + 1)) < 0 ? "dg-wrong" : "dg-right");
        item.classList.toggle("dg-chosen", chosen.indexOf(index) >= 0);
      });
    });
    flip.classList.toggle("dg-answered", chosen.length > 0);
  }

  // Keys choose by position. Anki on a computer keeps the bare digits for itself; Alt lets them pass.
  function press(event) {
    var digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code) || /^([1-9])$/.exec(event.key);
    var typing = /^(?:textarea|select|input)$/i.test(event.target.tagName || "");
    if (!digit || event.ctrlKey || event.metaKey || (typing && !event.target.classList.contains("dg-pick"))) return;
    var item = document.querySelectorAll(".choices.dg-live > li")[digit[1] - 1];
    var input = item && item.querySelector(".dg-pick");
    if (!input) return;
    event.preventDefault();
    input.click();
    input.focus({ preventScroll: true });
  }

  function run() {
    document.querySelectorAll(".dg-front.dg-question").forEach(function (front) {
      var list = front.querySelector(".dg-choices > ol");
      var flip = front.closest(".dg-flip");
      if (!list || list.children.length < 2) return;
      if (flip) show(front, list, flip);
      else if (!list.classList.contains("dg-live")) ask(front, list, shuffled(front, list.children.length));
    });
  }

  if (window.deckgenPress) document.removeEventListener("keydown", window.deckgenPress);
  window.deckgenPress = press;
  document.addEventListener("keydown", press);
  window.deckgenChoices = run;
  run();
})();

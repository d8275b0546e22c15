
// What the page shows. It is kept in the fragment of the address, so that a page that is loaded
// anew, or a bookmark, shows the same.
const data = JSON.parse(document.getElementById("data").textContent);
const KEPT = ["q", "deck", "tag", "kind", "problem", "side", "frame", "theme", "summary", "file", "card", "at"];
const state = {
  q: "", deck: "", tag: "", kind: "", problem: "", side: "front",
  frame: "phone", theme: "", summary: "", file: "", card: "", at: "",
};

function $(id) { return document.getElementById(id); }

function make(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text !== undefined) made.textContent = text;
  return made;
}

function readState() {
  const kept = new URLSearchParams(location.hash.slice(1));
  for (const name of KEPT) if (kept.has(name)) state[name] = kept.get(name);
  if (state.side !== "back") state.side = "front";
  if (state.frame !== "desktop") state.frame = "phone";
}

function keepState() {
  const kept = new URLSearchParams();
  for (const name of KEPT) if (state[name] && state[name] !== DEFAULTS[name]) kept.set(name, state[name]);
  history.replaceState(null, "", "#" + kept);
}
const DEFAULTS = Object.assign({}, state);

// Words without case and accents, for the search.
function folded(text) { return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(); }

function isNight() {
  return (state.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
}

function isNarrow() { return matchMedia("(max-width: 900px)").matches; }

// On a phone one thing is seen at a time: the cards, the source, or the summary.
function look(at) {
  document.body.dataset.view = at;
  for (const tab of document.querySelectorAll("[data-look]"))
    tab.setAttribute("aria-pressed", tab.dataset.look === at);
  if (!isNarrow()) return;
  if (at === "source") reveal(page.places.get(page.mark));
  if (at === "cards" && here() >= 0) goTo(here(), false);
}

function placeOf(note, path) {
  const unit = note.source < 0 ? "line" : data.sources[note.source].unit;
  return unit === "line" ? path + ":" + note.line : path + ", " + unit + " " + note.line;
}


// The cards in a grid. Only the rows in sight are there, and only these have frames: thousands of
// cards cost no more than a screen of them.
const GAP = 18, HEAD = 40, MARGIN = 14;
// A phone of 360 by 580 with its rim, and a window on a desktop.
const SIZES = { phone: [372, 592], desktop: [760, 460] };
const grid = { list: [], place: new Map(), live: new Map(), flipped: new Set(), columns: 1, width: 0, height: 0 };
let waiting = 0;

function measure() {
  const pane = $("cards");
  const room = pane.clientWidth - 2 * (pane.clientWidth < 420 ? 12 : MARGIN);
  const [width, height] = SIZES[state.frame];
  grid.columns = Math.max(1, Math.floor((room + GAP) / (width + GAP)));
  grid.width = Math.min(width, room);
  grid.height = Math.max(320, Math.min(height, pane.clientHeight - HEAD - GAP));
  grid.left = Math.max(0, (pane.clientWidth - grid.columns * (grid.width + GAP) + GAP) / 2);
  const rows = Math.ceil(grid.list.length / grid.columns);
  $("runway").style.height = rows * rowHeight() + MARGIN + "px";
}

// The card that was chosen, if it is among those that are shown.
function here() {
  const index = state.card === "" ? -1 : Number(state.card);
  return grid.place.has(index) ? index : -1;
}

function rowHeight() { return grid.height + HEAD + GAP; }
function sideShown(index) { return (state.side === "back") !== grid.flipped.has(index) ? "back" : "front"; }

function listed(list) {
  grid.list = list;
  grid.place = new Map(list.map((index, at) => [index, at]));
  measure();
  paint();
}

function paint() {
  const pane = $("cards");
  const first = Math.max(0, Math.floor(pane.scrollTop / rowHeight()) - 1) * grid.columns;
  const last = (Math.ceil((pane.scrollTop + pane.clientHeight) / rowHeight()) + 1) * grid.columns;
  const wanted = new Set(grid.list.slice(first, last));
  for (const [index, cell] of grid.live)
    if (!wanted.has(index) && !(cell.contains(document.activeElement) && grid.place.has(index))) leave(index, cell);
  for (const index of wanted) if (!grid.live.has(index)) enter(index);
  for (const [index, cell] of grid.live) put(cell, grid.place.get(index));
  clearTimeout(waiting);
  waiting = setTimeout(fill, 50);
}

// Frames come when the scrolling rests; then the first row in sight is kept as well.
function fill() {
  const first = grid.list[Math.round($("cards").scrollTop / rowHeight()) * grid.columns];
  state.at = first ? String(first) : "";
  keepState();
  for (const [index, cell] of grid.live) if (!cell.querySelector("iframe")) frame(index, cell);
}

function put(cell, at) {
  const column = at % grid.columns, row = Math.floor(at / grid.columns);
  cell.style.width = grid.width + "px";
  cell.style.height = grid.height + HEAD + "px";
  cell.style.transform = "translate(" + (grid.left + column * (grid.width + GAP)) + "px," + (row * rowHeight() + 8) + "px)";
  cell.setAttribute("aria-posinset", at + 1);
  cell.setAttribute("aria-setsize", grid.list.length);
}

function leave(index, cell) {
  const inside = cell.querySelector("iframe");
  if (inside) drop(inside);
  cell.remove();
  grid.live.delete(index);
}

function enter(index) {
  const card = data.cards[index], note = data.notes[card.note];
  const cell = make("article", "cell");
  cell.dataset.card = index;
  cell.tabIndex = -1;
  const head = make("header");
  const name = make("h2", "name", nameOf(card, note));
  name.id = "card-" + index;
  cell.setAttribute("aria-labelledby", name.id);
  const place = make("button", "place");
  place.append(make("span", "from", note.path.split("/").pop()), placeOf(note, ""));
  place.type = "button";
  place.title = placeOf(note, note.path);
  place.setAttribute("aria-label", place.title + ", show it in the source");
  place.addEventListener("click", () => { choose(index); look("source"); });
  head.append(name);
  if (note.problems.length) head.append(badge(note));
  if (grid.tells && (note.state === "new" || note.state === "edited")) head.append(make("span", "state", note.state));
  const flip = make("button", "flip", "");
  flip.type = "button";
  flip.addEventListener("click", () => { choose(index); turn(index); });
  head.append(place, flip);
  cell.append(head, make("div", "device"));
  cell.addEventListener("focusin", () => { if (state.card !== String(index)) choose(index); });
  const after = [...grid.live.keys()].filter(other => grid.place.get(other) > grid.place.get(index))
    .sort((a, b) => grid.place.get(a) - grid.place.get(b))[0];
  $("runway").insertBefore(cell, after === undefined ? null : grid.live.get(after));
  grid.live.set(index, cell);
  mark(index, cell);
}

function nameOf(card, note) {
  const more = { Question: "", Forward: "", Reverse: "reverse" };
  const name = card.name in more ? more[card.name] : card.name;
  return [note.kind + (name ? " " + name : ""), note.extracted ? "extracted" : ""].filter(Boolean).join(" · ");
}

function badge(note) {
  const problems = note.problems.map(n => data.problems[n].message);
  const made = make("button", "badge", "!");
  made.type = "button";
  made.title = problems.join("\n");
  made.setAttribute("aria-label", "Problem: " + problems.join("; "));
  made.addEventListener("click", () => showProblem(note.problems[0]));
  return made;
}

function mark(index, cell) {
  const current = state.card === String(index);
  cell.classList.toggle("current", current);
  cell.tabIndex = current || (here() < 0 && grid.place.get(index) === 0) ? 0 : -1;
  const flip = cell.querySelector(".flip");
  flip.textContent = sideShown(index) === "front" ? "Answer" : "Question";
  flip.setAttribute("aria-label", "Show the " + flip.textContent.toLowerCase());
  cell.classList.toggle("back", sideShown(index) === "back");
}

function frame(index, cell) {
  const card = data.cards[index];
  const inside = frameOf(card, (what, key) => {
    if (what === "ready") showIn(inside, card, sideShown(index));
    if (what === "flip") { choose(index); turn(index); }
    if (what === "focus") choose(index);
    if (what === "key") pressed(key, index);
  });
  inside.title = nameOf(card, data.notes[card.note]) + ", card " + (index + 1);
  cell.querySelector(".device").append(inside);
}

function refresh() {
  for (const [index, cell] of grid.live) {
    mark(index, cell);
    const inside = cell.querySelector("iframe");
    if (inside && framed.has(inside.contentWindow)) showIn(inside, data.cards[index], sideShown(index));
  }
}

function turn(index) {
  if (!grid.flipped.delete(index)) grid.flipped.add(index);
  refresh();
}

// A card becomes the current one: its sentence is shown beside it.
function choose(index, from) {
  if (from !== "source") showNote(data.cards[index].note);
  if (state.card === String(index)) return;
  state.card = String(index);
  for (const [other, cell] of grid.live) mark(other, cell);
  keepState();
}

function goTo(index, focus) {
  if (!grid.place.has(index)) return;
  const pane = $("cards"), row = Math.floor(grid.place.get(index) / grid.columns);
  const top = row * rowHeight(), bottom = top + rowHeight();
  if (top < pane.scrollTop) pane.scrollTop = top;
  else if (bottom > pane.scrollTop + pane.clientHeight) pane.scrollTop = bottom - pane.clientHeight;
  paint();
  if (focus) grid.live.get(index).focus({ preventScroll: true });
}

function step(by) {
  const at = here() < 0 ? 0 : grid.place.get(here()) + by;
  const index = grid.list[Math.min(Math.max(at, 0), grid.list.length - 1)];
  if (index === undefined) return;
  choose(index);
  goTo(index, true);
}


// The source beside the cards: its text, each part coloured by what became of it.
const CHUNK = 50;  // lines that come and go together
const FATES = { card: "Card", context: "Context", chatter: "Chatter", "left out": "Left out", problem: "Problem" };
const page = { at: -1, note: -1, mark: -1, places: new Map(), watch: null };

function openSource(at) {
  if (page.at === at || !data.sources[at]) return;
  const source = data.sources[at];
  Object.assign(page, { at, mark: -1, places: new Map() });
  source.lines.forEach((line, n) => {
    for (let i = 1; i < line.length; i += 2) if (line[i] >= 0 && !page.places.has(line[i])) page.places.set(line[i], n);
  });
  const text = $("text");
  text.replaceChildren();
  if (page.watch) page.watch.disconnect();
  page.watch = new IntersectionObserver(seen, { root: $("page"), rootMargin: "600px 0px" });
  for (let n = 0; n < source.lines.length; n += CHUNK) {
    const part = make("div", "chunk");
    part.dataset.from = n;
    part.style.minHeight = Math.min(CHUNK, source.lines.length - n) * 28 + "px";
    text.append(part);
    page.watch.observe(part);
  }
  $("page").scrollTop = 0;
  $("file").value = at;
  state.file = String(at);
  legend(source);
  tell("");
}

function seen(entries) {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting && !target.firstChild) fillLines(target);
    if (!isIntersecting && target.firstChild && !target.contains(document.activeElement)) {
      target.style.minHeight = target.offsetHeight + "px";
      target.replaceChildren();
    }
  }
}

function fillLines(part) {
  const source = data.sources[page.at], from = Number(part.dataset.from);
  part.style.minHeight = "";
  source.lines.slice(from, from + CHUNK).forEach((line, i) => part.append(lineOf(source, line, from + i)));
}

function lineOf(source, line, n) {
  const made = make("p", "line");
  const number = make("span", "number", n + 1);
  number.setAttribute("aria-hidden", "true");
  made.append(number);
  const wrong = source.troubles.filter(([at]) => at === n + 1);
  if (wrong.length) {
    const sign = make("button", "badge " + data.problems[wrong[0][1]].severity, "!");
    sign.type = "button";
    sign.setAttribute("aria-label", "Problem: " + data.problems[wrong[0][1]].message);
    sign.addEventListener("click", () => tellProblem(wrong.map(([, p]) => data.problems[p])));
    made.append(sign);
  }
  const text = make("span", "words");
  text.dir = "auto";
  for (let i = 0; i < line.length; i += 2) text.append(line[i + 1] < 0 ? line[i] : pieceOf(source, line[i], line[i + 1]));
  made.append(text);
  return made;
}

function pieceOf(source, text, at) {
  const [fate, why, notes] = source.marks[at];
  const piece = make("span", "piece " + fate.replace(" ", "-"), text);
  piece.dataset.mark = at;
  piece.setAttribute("role", "button");
  piece.tabIndex = -1;
  piece.title = FATES[fate] + (why ? ": " + why : "");
  if (at === page.mark) piece.classList.add("current");
  piece.addEventListener("click", () => chooseMark(at, notes.length > 0));
  return piece;
}

// A part of the text becomes the current one; to its cards, where they are to be shown.
function chooseMark(at, go) {
  setMark(at);
  const notes = data.sources[page.at].marks[at][2];
  const cards = cardsOf(notes);
  if (!cards.length || !go) return;
  if (!cards.some(index => grid.place.has(index))) clearFilters();
  const first = cards.find(index => grid.place.has(index));
  choose(first, "source");
  goTo(first, false);
  look("cards");
}

function cardsOf(notes) {
  const found = [];
  data.cards.forEach((card, index) => { if (notes.includes(card.note)) found.push(index); });
  return found;
}

function setMark(at) {
  page.mark = at;
  for (const piece of document.querySelectorAll(".piece"))
    piece.classList.toggle("current", Number(piece.dataset.mark) === at);
  if (at < 0) return;
  const [fate, why, notes] = data.sources[page.at].marks[at];
  const cards = cardsOf(notes);
  tell(fate, why, cards.length > 1 ? cards : []);
}

function showNote(note) {
  const { source, mark } = data.notes[note];
  if (source < 0) return;
  openSource(source);
  if (page.mark === mark) return;
  setMark(mark);
  reveal(page.places.get(mark));
}

// The line comes into the middle of its pane; what is above it is drawn first, for it may be high.
function reveal(n) {
  if (n === undefined) return;
  const pane = $("page");
  const part = $("text").children[Math.floor(n / CHUNK)];
  for (const each of [part.previousElementSibling, part]) if (each && !each.firstChild) fillLines(each);
  const line = part.children[n % CHUNK];
  const top = line.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  if (top < 40 || top > pane.clientHeight - 120) pane.scrollTop += top - pane.clientHeight / 3;
}

function tell(fate, why, cards) {
  const told = $("told");
  told.className = fate.replace(" ", "-");
  told.replaceChildren();
  if (!fate) return;
  told.append(make("strong", "", FATES[fate]), why ? " " + why : "");
  (cards || []).forEach((index, n) => {
    const to = make("button", "", n + 1);
    to.type = "button";
    to.setAttribute("aria-label", "Card " + (n + 1) + " of " + cards.length);
    to.addEventListener("click", () => {
      if (!grid.place.has(index)) clearFilters();
      choose(index, "source");
      goTo(index, false);
      look("cards");
    });
    told.append(" ", to);
  });
}

function tellProblem(problems) {
  const told = $("told");
  told.className = "problem";
  told.replaceChildren();
  problems.forEach(problem => {
    told.append(make("strong", "", problem.severity), " " + problem.message + " ", make("code", "", problem.code));
    if (problem.hint) told.append(make("span", "hint", problem.hint));
  });
}

function showProblem(number) {
  const at = data.sources.findIndex(source => source.troubles.some(([, p]) => p === number));
  if (at >= 0) {
    openSource(at);
    const [line] = data.sources[at].troubles.find(([, p]) => p === number);
    if (line) reveal(line - 1);
  }
  tellProblem([data.problems[number]]);
  look("source");
}

// The legend counts the words, and leads from one part with such a colour to the next.
function legend(source) {
  const words = {};
  for (const line of source.lines)
    for (let i = 0; i < line.length; i += 2)
      if (line[i + 1] >= 0) {
        const fate = source.marks[line[i + 1]][0];
        words[fate] = (words[fate] || 0) + line[i].split(/\s+/).filter(Boolean).length;
      }
  const all = Object.values(words).reduce((sum, count) => sum + count, 0);
  $("legend").replaceChildren(...Object.keys(FATES).filter(fate => words[fate]).map(fate => {
    const entry = make("button", fate.replace(" ", "-"));
    entry.type = "button";
    entry.title = "Go to the next";
    entry.append(make("span", "swatch"), FATES[fate] + " ", make("span", "figure", Math.round(100 * words[fate] / all) + " %"));
    entry.addEventListener("click", () => next(fate));
    return entry;
  }));
}

function next(fate) {
  const marks = data.sources[page.at].marks;
  const all = [...page.places].filter(([at]) => !fate || marks[at][0] === fate).sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  const here = all.findIndex(([at]) => at === page.mark);
  const after = here >= 0 ? all[(here + 1) % all.length] : all.find(([, n]) => n > (page.places.get(page.mark) ?? -1)) || all[0];
  if (!after) return;
  setMark(after[0]);
  reveal(after[1]);
}

function stepMark(by) {
  const all = [...page.places.keys()];
  const at = all.indexOf(page.mark);
  const mark = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  if (mark === undefined) return;
  setMark(mark);
  reveal(page.places.get(mark));
}


// Which cards are shown: all that hold every word of the search and pass every filter.
const LISTS = { deck: "All decks", tag: "All tags", kind: "All kinds", problem: "With and without problems" };

function passes(note, words) {
  return (!state.deck || note.deck === state.deck || note.deck.startsWith(state.deck + "::"))
    && (!state.tag || note.tags.includes(state.tag))
    && (!state.kind || (state.kind === "Extracted" ? note.extracted : note.kind === state.kind))
    && (!state.problem || (state.problem === "any" ? note.problems.length > 0
      : note.problems.some(n => data.problems[n].code === state.problem)))
    && words.every(word => note.searched.includes(word));
}

function applyFilters() {
  const words = folded(state.q).split(/\s+/).filter(Boolean);
  const kept = data.notes.map(note => passes(note, words));
  const list = [];
  data.cards.forEach((card, index) => { if (kept[card.note]) list.push(index); });
  $("cards").scrollTop = 0;
  listed(list);
  $("count").textContent = list.length === data.cards.length ? counted(list.length)
    : list.length.toLocaleString("en") + " of " + counted(data.cards.length);
  $("none").hidden = list.length > 0;
  $("none").textContent = data.cards.length ? "No card is like that." : "There are no cards.";
  $("clear").hidden = !(state.q || state.deck || state.tag || state.kind || state.problem);
  for (const bar of document.querySelectorAll("[data-filter]"))
    bar.setAttribute("aria-pressed", state[bar.dataset.filter] === bar.dataset.value);
}

function counted(count) { return count.toLocaleString("en") + (count === 1 ? " card" : " cards"); }

function changed() {
  applyFilters();
  keepState();
}

function clearFilters() {
  for (const name of ["q", ...Object.keys(LISTS)]) {
    state[name] = "";
    $(name).value = "";
  }
  changed();
}

function options(name, values) {
  const list = $(name);
  list.append(new Option(LISTS[name], ""));
  for (const [value, text] of values) list.append(new Option(text, value));
  list.value = state[name];
  if (list.selectedIndex < 0) list.value = state[name] = "";
  list.closest("label").hidden = values.length < (name === "deck" ? 2 : 1);
  list.addEventListener("change", () => { state[name] = list.value; changed(); });
}

function counts(names) {
  const found = new Map();
  for (const name of names) found.set(name, (found.get(name) || 0) + 1);
  return [...found].map(([name, count]) => [name, name + " (" + count + ")"]);
}

function startFilters() {
  for (const note of data.notes) note.searched = folded([note.text, note.path, ...note.tags].join("\n"));
  grid.tells = data.notes.some(note => note.state !== "new");  // of a first build all are new
  options("deck", counts(data.notes.map(note => note.deck)).sort());
  options("tag", counts(data.notes.flatMap(note => note.tags)).sort());
  const kinds = counts(data.notes.flatMap(note => note.extracted ? [note.kind, "Extracted"] : [note.kind]));
  options("kind", kinds);
  const codes = data.notes.flatMap(note => [...new Set(note.problems.map(n => data.problems[n].code))]);
  options("problem", codes.length ? [["any", "With problems"], ...counts(codes)] : []);
  const search = $("q");
  search.value = state.q;
  let soon = 0;
  search.addEventListener("input", () => {
    clearTimeout(soon);
    soon = setTimeout(() => { state.q = search.value; changed(); }, 60);
  });
  $("clear").addEventListener("click", () => { clearFilters(); search.focus(); });
  for (const bar of document.querySelectorAll("[data-filter]"))
    bar.addEventListener("click", () => {
      const { filter, value } = bar.dataset;
      state[filter] = state[filter] === value ? "" : value;
      $(filter).value = state[filter];
      look("cards");
      changed();
    });
}

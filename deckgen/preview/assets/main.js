
// The page begins: what was kept is shown again, and keys and buttons are heard.
function setTheme() {
  document.documentElement.dataset.theme = isNight() ? "dark" : "light";
  $("theme").textContent = isNight() ? "Light" : "Dark";
  refresh();
}

function setSwitches() {
  for (const button of document.querySelectorAll("[data-set]"))
    button.setAttribute("aria-pressed", state[button.dataset.set] === button.dataset.value);
  document.body.dataset.frame = state.frame;
  document.body.dataset.summary = state.summary || "open";
  $("summarise").setAttribute("aria-expanded", state.summary !== "closed");
}

function set(name, value) {
  state[name] = value;
  if (name === "side") grid.flipped.clear();
  setSwitches();
  if (name === "side") refresh();
  if (name === "frame") { measure(); paint(); if (here() >= 0) goTo(here(), false); }
  keepState();
}

function toggleTheme() {
  state.theme = isNight() ? "light" : "dark";
  setTheme();
  keepState();
}

function pressed(key, index) {
  if (key === "j") step(1);
  else if (key === "k") step(-1);
  else if (key === "Enter" || key === " ") turn(index);
  else if (key === "Escape") goTo(index, true);
  else press(key);
}

function press(key) {
  if (key === "/") { look("cards"); $("q").focus(); $("q").select(); }
  else if (key === "d") toggleTheme();
  else if (key === "p") set("frame", state.frame === "phone" ? "desktop" : "phone");
  else if (key === "a") set("side", state.side === "front" ? "back" : "front");
  else if (key === "?") $("keys").showModal();
  else return false;
  return true;
}

document.addEventListener("keydown", event => {
  const at = event.target, key = event.key;
  if (event.ctrlKey || event.metaKey || event.altKey || $("keys").open) return;
  if (at.matches("input, select, textarea")) {
    if (key === "Escape" && at.id === "q") { at.blur(); if (state.q) clearFilters(); }
    return;
  }
  const inSource = $("source").contains(at), cell = at.closest(".cell");
  if (key === "j" || key === "k") (inSource ? stepMark : step)(key === "j" ? 1 : -1);
  else if (key === "Enter" && at.id === "page" && page.mark >= 0) chooseMark(page.mark, true);
  else if ((key === "Enter" || key === " ") && cell && at === cell) turn(Number(cell.dataset.card));
  else if ((key === "Enter" || key === " ") && at === document.body && here() >= 0) turn(here());
  else if (!press(key)) return;
  event.preventDefault();
});

function start() {
  readState();
  if (!state.summary && innerHeight < 740 && !isNarrow()) state.summary = "closed";
  setSwitches();
  data.sources.forEach((source, at) => $("file").append(new Option(source.path, at)));
  $("file").addEventListener("change", () => openSource(Number($("file").value)));
  for (const button of document.querySelectorAll("[data-set]"))
    button.addEventListener("click", () => set(button.dataset.set, button.dataset.value));
  for (const tab of document.querySelectorAll("[data-look]"))
    tab.addEventListener("click", () => look(tab.dataset.look));
  for (const row of document.querySelectorAll("[data-source]"))
    row.addEventListener("click", () => { openSource(Number(row.dataset.source)); look("source"); });
  for (const row of document.querySelectorAll("[data-problem]"))
    row.addEventListener("click", () => showProblem(Number(row.dataset.problem)));
  $("theme").addEventListener("click", toggleTheme);
  $("help").addEventListener("click", () => $("keys").showModal());
  $("close").addEventListener("click", () => $("keys").close());
  $("summarise").addEventListener("click", () => {
    set("summary", state.summary === "closed" ? "open" : "closed");
    measure();
    paint();
  });
  $("filter").addEventListener("click", () => {
    const open = document.body.classList.toggle("filtering");
    $("filter").setAttribute("aria-expanded", open);
  });
  look("cards");
  startFilters();
  openSource(Number(state.file) || 0);
  setTheme();
  const at = Number(state.at);
  applyFilters();
  if (at && grid.place.has(at)) $("cards").scrollTop = Math.floor(grid.place.get(at) / grid.columns) * rowHeight();
  paint();
  if (here() >= 0) {
    showNote(data.cards[here()].note);
    goTo(here(), false);
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", setTheme);
  $("cards").addEventListener("scroll", paint, { passive: true });
  new ResizeObserver(() => { measure(); paint(); }).observe($("cards"));
  if (data.version) follow();
}

// A page that is served hears when there is a new one.
function follow() {
  const events = new EventSource("events/" + data.version);
  events.addEventListener("built", () => location.reload());
  events.addEventListener("failed", event => {
    $("alert").textContent = JSON.parse(event.data);
    $("alert").hidden = false;
  });
}

start();


// Sides of cards in frames of no origin: they take part in nothing but the messages below.
const BLANK = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='24' height='16'/%3E";
const PLAY = '<a class="replay-button soundLink" href=# draggable="false" data-sound="NAME">' +
  '<svg class="playImage" viewBox="0 0 64 64" version="1.1"><circle cx="32" cy="32" r="29" />' +
  '<path d="M56.502,32.301l-37.502,20.101l0.329,-40.804l37.173,20.703Z" /></svg></a>';
const framed = new Map();  // the window of a frame -> what its messages are told to

function frameOf(card, heard) {
  const frame = make("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.srcdoc = data.shells[data.notes[card.note].shell];
  frame.title = "The card itself";
  frame.addEventListener("load", () => {
    framed.set(frame.contentWindow, heard);
    heard("ready");
  });
  return frame;
}

function drop(frame) {
  framed.delete(frame.contentWindow);
  frame.remove();
}

addEventListener("message", event => {
  const heard = framed.get(event.source);
  const told = event.data;
  if (heard && told && typeof told.deckgen === "string") heard(told.deckgen, String(told.key || ""));
});

function showIn(frame, card, side) {
  const sounds = {};
  for (const name of [...card.sounds, ...card.backSounds])
    if (name in data.media) sounds[name] = data.media[name];
  frame.contentWindow.postMessage(
    { deckgen: "show", side, html: sideOf(card, side), night: isNight(), typed: card.typed, sounds }, "*");
}

function sideOf(card, side) {
  let html = side === "front" ? card.front : card.back.replace("\u0001", () => card.front);
  html = html.replace(/\u0002(\d+)\u0002/g, (_, n) => "<scr" + "ipt>" + data.scripts[n] + "</scr" + "ipt>");
  html = html.replace(/src="(deckgen-[0-9a-f]+\.[a-z0-9]+)"/g,
    (_, name) => 'src="' + (data.media[name] || BLANK) + '"');
  html = html.replace(/\[anki:play:([qa]):(\d+)\]/g, (all, at, n) => {
    const name = (at === "q" ? card.sounds : card.backSounds)[n];
    return name ? PLAY.replace("NAME", () => escaped(name)) : all;
  });
  return typing(html, card, side);
}

// What Anki's window puts in the place of [[type:…]].
function typing(html, card, side) {
  const place = /\[\[type:[^\]]+\]\]/g;
  if (!place.test(html)) return html;
  if (!card.typed) return html.replace(place, "");
  if (side === "front") return html.replace(place, "<center><input type=text id=typeans></center>");
  const code = "<hr id=answer><div><code id=typeans>" + escaped(card.typed) + "</code></div>";
  return html.replace("<hr id=answer>", "").replace(place, () => code);
}

function escaped(text) {
  return text.replace(/[&<>"]/g, sign => "&#" + sign.charCodeAt(0) + ";");
}

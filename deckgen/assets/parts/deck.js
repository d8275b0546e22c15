// The deck above a card, for people: "Coasts::Tides" is "Coasts › Tides", and what the heading says
// already is not said twice.
document.querySelectorAll(".dg-deck").forEach(function (deck) {
  var parts = deck.textContent.split("::");
  var heading = deck.nextElementSibling;
  if (heading && heading.textContent.split(" › ")[0] === parts[parts.length - 1]) parts.pop();
  deck.textContent = parts.join(" › ");
});

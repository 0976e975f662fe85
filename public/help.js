// Help now reads without this. It has the page kept on this device for a time without a network, and puts the lines of
// the country first that was chosen in the app or, later, here. The choice in the app is in the part of the address that is
// not sent, or was kept here: the server never hears of it.
const KEPT = "help-country";
first();
// What somebody came to read comes before what is kept.
addEventListener("load", () => {
  // A browser that keeps nothing, as in a private window, shows the page all the same.
  navigator.serviceWorker?.register("/service-worker.js").catch(() => {});
});

function first() {
  const article = document.querySelector("article");
  const others = article.querySelector("ul[id]");
  const [here, before] = kept(KEPT)?.split(" ") ?? [];
  const inApp = [location.hash.slice(1), kept("country")].find((code) => linesOf(code)) ?? "";
  // What is chosen on this page holds until another is chosen in the app.
  addEventListener("click", ({ target }) => {
    const link = target.closest("a[href^='/help?country=']");
    if (link) keep(`${link.search.slice(-2)} ${inApp || (before ?? "")}`);
  });
  // Whoever has just said on the page which country comes first is not contradicted.
  if (new URLSearchParams(location.search).has("country")) return;
  const theirs = (before === inApp && linesOf(here)) || linesOf(inApp);
  const fold = theirs?.closest("details");
  // Otherwise no country was chosen, or it stands first.
  if (!fold || !others) return;
  const urgent = article.querySelector(".urgent .call");
  for (const number of urgent.querySelectorAll("a")) number.remove();
  urgent.append(...[...theirs.querySelectorAll(":scope > li:last-child a")].map((number) => number.cloneNode(true)));
  // The number is not anybody's guess any more; where it is, that stands beside it among the lines.
  article.querySelector(".urgent .quiet")?.remove();
  const dated = (list) => [list, list.nextElementSibling];
  const name = fold.querySelector("summary");
  // The two change places.
  const heading = others.closest("section").querySelector("h2");
  [heading.textContent, name.textContent] = [name.textContent, heading.textContent];
  const [moved, back] = [dated(theirs), dated(others)];
  heading.after(...moved);
  name.after(...back);
  fold.querySelector("a[href^='/help?country=']").href = `/help?country=${others.id}`;
}

function linesOf(code) {
  const found = document.getElementById(code ?? "");
  return found?.localName === "ul" ? found : null;
}

function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function keep(choice) {
  try {
    localStorage.setItem(KEPT, choice);
  } catch {
    // The cookie has it.
  }
}

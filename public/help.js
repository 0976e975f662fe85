// Help now reads without this. It has the page kept on this device for a time without a network, and puts the lines of
// the country first that was chosen in the app. That choice is in the part of the address that is not sent, or was
// kept here: the server never hears of it.
first();
// What somebody came to read comes before what is kept.
addEventListener("load", () => {
  // A browser that keeps nothing, as in a private window, shows the page all the same.
  navigator.serviceWorker?.register("/service-worker.js").catch(() => {});
});

function first() {
  // Whoever has just said on the page which country comes first is not contradicted.
  if (new URLSearchParams(location.search).has("country")) return;
  const lines = [location.hash.slice(1), chosen()].map((code) => document.getElementById(code ?? ""));
  const theirs = lines.find((found) => found?.localName === "ul");
  const fold = theirs?.closest("details");
  // Otherwise no country was chosen, or it stands first.
  if (!fold) return;
  const article = document.querySelector("article");
  const number = theirs.querySelector(":scope > li:last-child a");
  const urgent = article.querySelector(".urgent a");
  [urgent.href, urgent.textContent] = [number.href, number.textContent];
  const dated = (list) => [list, list.nextElementSibling];
  const name = fold.querySelector("summary");
  const others = article.querySelector("ul[id]");
  if (others) {
    // The two change places.
    const heading = others.closest("section").querySelector("h2");
    [heading.textContent, name.textContent] = [name.textContent, heading.textContent];
    heading.after(...dated(theirs));
    name.after(...dated(others));
    fold.querySelector("a[href^='/help?country=']").href = `/help?country=${others.id}`;
  } else {
    const section = document.createElement("section");
    const heading = document.createElement("h2");
    heading.textContent = name.textContent;
    section.append(heading, ...dated(theirs));
    article.append(section);
    fold.closest("li").remove();
    // The number is not anybody's guess any more.
    article.querySelector(".urgent .quiet")?.remove();
  }
}

function chosen() {
  try {
    return localStorage.getItem("country");
  } catch {
    return null;
  }
}

// Before the first paint: the theme and the language that were chosen on this phone, or the browser's language.
const root = document.documentElement;
const LANGUAGES = ["en", "es"];
const known = (tag = "") => LANGUAGES.find((one) => tag.toLowerCase().split("-")[0] === one);
let kept = {};
try {
  kept = { theme: localStorage.getItem("theme"), lang: localStorage.getItem("lang") ?? undefined };
} catch {
  // Storage is refused: the system's own theme and language stay.
}
if (["light", "dark", "dim"].includes(kept.theme)) root.dataset.theme = kept.theme;
const cookie = document.cookie.match(/(?:^|; )lang=([^;]*)/)?.[1];
root.lang = known(cookie) ?? known(kept.lang) ?? navigator.languages.map(known).find(Boolean) ?? "en";

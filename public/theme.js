// Before the first paint: light, text size, motion, hand and language as they were chosen on this phone, or the browser's
// language; and whether somebody came to sign in.
const root = document.documentElement;
const LANGUAGES = ["en", "es"];
const CHOICES = {
  theme: ["light", "dark", "dim"],
  text: ["large", "larger", "largest"],
  motion: ["still"],
  hand: ["left"],
};
const known = (tag = "") => LANGUAGES.find((one) => tag.toLowerCase().split("-")[0] === one);
let lang;
try {
  for (const [name, values] of Object.entries(CHOICES)) {
    const value = localStorage.getItem(name);
    if (values.includes(value)) root.dataset[name] = value;
  }
  lang = localStorage.getItem("lang") ?? undefined;
} catch {
  // Storage is refused: the system's own light and language stay.
}
const cookie = document.cookie.match(/(?:^|; )lang=([^;]*)/)?.[1];
root.lang = known(cookie) ?? known(lang) ?? navigator.languages.map(known).find(Boolean) ?? "en";
if (location.pathname === "/signin") root.dataset.at = "signin";

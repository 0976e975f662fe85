// Before the first paint: light, text size, motion, hand and language as they were chosen on this phone, or the browser's
// language; and whether somebody came to sign in. Help now has this, too; its language the server has said.
const root = document.documentElement;
const LANGUAGES = ["en", "es"];
const CHOICES = {
  theme: ["light", "dark", "dim"],
  text: ["large", "larger", "largest"],
  motion: ["still"],
  hand: ["left"],
};
const { pathname } = location;
const isHelp = pathname === "/help";
const known = (tag) => LANGUAGES.find((one) => tag?.toLowerCase().split("-")[0] === one);
let lang;
try {
  // What the screen was for a while lasts as far as help.
  if (!isHelp) sessionStorage.removeItem("theme");
  for (const [name, values] of Object.entries(CHOICES)) {
    const value = sessionStorage.getItem(name) ?? localStorage.getItem(name);
    if (values.includes(value)) root.dataset[name] = value;
  }
  lang = localStorage.getItem("lang");
} catch {
  // Storage is refused: the system's own light and language stay.
}
const cookie = document.cookie.match(/(?:^|; )lang=([^;]*)/)?.[1];
if (!isHelp) root.lang = known(cookie) ?? known(lang) ?? navigator.languages.map(known).find(Boolean) ?? "en";
if (pathname === "/signin") root.dataset.at = "signin";

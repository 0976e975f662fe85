// Before the first paint: the theme that was chosen on this phone.
try {
  const theme = localStorage.getItem("theme");
  if (["light", "dark", "dim"].includes(theme)) document.documentElement.dataset.theme = theme;
} catch {
  // Storage is refused: the system's own theme stays.
}

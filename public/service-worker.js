// Keeps what the app needs on this phone, so that it opens without a network. It touches nothing under /api/, and a
// new version waits until the page says so: nobody loses a page they are writing on to an update.

// `cargo xtask build` fills in these two lines.
const BUILD = "";
const ASSETS = [];

const NAME = "interleaf-";
const CACHE = NAME + BUILD;
const SHELL = "/app";
const HELP = "/help";
const SHELL_PATHS = /^\/(app|join|setup|signin|recover)(\/|$)/;
// Somebody who needs help now does not wait for a bad network.
const HELP_WAITS_MS = 3000;

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(dropOlder().then(() => clients.claim())));
addEventListener("message", ({ data }) => {
  if (data === "take-over") skipWaiting();
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || pathname.startsWith("/api/")) return;
  // Also when the app asks: it does where it cannot start, and when another language was chosen.
  if (pathname === HELP) event.respondWith(freshFirst(request));
  else if (request.mode === "navigate") {
    if (SHELL_PATHS.test(pathname)) event.respondWith(keptFirst(SHELL, request));
  } else if (pathname.startsWith("/assets/")) {
    event.respondWith(keptFirst(pathname, request));
  }
});

async function keep() {
  const cache = await caches.open(CACHE);
  const page = (path) => fetch(path, { cache: "reload" });
  const [shell, help] = await Promise.all([page(SHELL), page(HELP)]);
  // While a server is being replaced, the shell may be of another build than these assets.
  if (!shell.ok || !help.ok || !(await shell.clone().text()).includes(`"${BUILD}"`)) throw new Error("another build");
  await Promise.all([cache.put(SHELL, shell), cache.put(HELP, help), ...ASSETS.map((path) => keepAsset(cache, path))]);
}

// A name tells its content, so what an older build has kept is not fetched again.
async function keepAsset(cache, path) {
  const kept = await caches.match(path, { ignoreVary: true });
  return kept ? cache.put(path, kept) : cache.add(path);
}

async function dropOlder() {
  const names = await caches.keys();
  return Promise.all(names.filter((name) => name.startsWith(NAME) && name !== CACHE).map((name) => caches.delete(name)));
}

async function kept(path) {
  const cache = await caches.open(CACHE);
  return cache.match(path, { ignoreVary: true });
}

async function keptFirst(path, request) {
  return (await kept(path)) ?? fetch(request);
}

async function freshFirst(request) {
  const fresh = fetch(request).then(async (response) => {
    if (response.ok) await (await caches.open(CACHE)).put(HELP, response.clone());
    return response;
  });
  const late = new Promise((_, reject) => setTimeout(reject, HELP_WAITS_MS));
  try {
    return await Promise.race([fresh, late]);
  } catch {
    return (await kept(HELP)) ?? fresh;
  }
}

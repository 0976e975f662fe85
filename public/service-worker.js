// Keeps what the app needs on this phone, so that it opens without a network. It touches nothing under /api/ of what
// pages ask, and a new version waits until the page says so: nobody loses a page they are writing on to an update.

// `cargo xtask build` fills in these two lines, and puts `outbox.js` behind the last one.
const BUILD = "";
const ASSETS = [];

const NAME = "interleaf-";
const CACHE = NAME + BUILD;
const SHELL = "/app";
// The server writes these; what is kept of them is for when it cannot be reached.
const PUBLIC = ["/help", "/privacy", "/"];
const SHELL_PATHS = /^\/(app|join|setup|signin|recover)(\/|$)/;
// What a notification says, and when it is silent: as the app put it here, in the words and the language of this device.
const LOCK_SCREEN = "lock-screen";
const QUIET_HOURS = "quiet-hours";
const WORDS = {
  en: { moment: "A moment for yourself", waiting: "Something is waiting for you" },
  es: { moment: "Un momento para ti", waiting: "Algo te espera" },
};
// Somebody who needs help now does not wait for a bad network.
const PUBLIC_WAITS_MS = 3000;

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
  if (PUBLIC.includes(pathname)) event.respondWith(freshFirst(pathname, request));
  else if (request.mode === "navigate") {
    if (SHELL_PATHS.test(pathname)) event.respondWith(keptFirst(SHELL, request));
  } else if (pathname.startsWith("/assets/")) {
    event.respondWith(keptFirst(pathname, request));
  }
});

addEventListener("push", (event) => event.waitUntil(nudge(event.data)));
addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openApp());
});

async function keep() {
  const cache = await caches.open(CACHE);
  const page = (path) => fetch(path, { cache: "reload" });
  const paths = [SHELL, ...PUBLIC];
  const pages = await Promise.all(paths.map(page));
  // While a server is being replaced, the shell may be of another build than these assets.
  const whole = pages.every(({ ok }) => ok) && (await pages[0].clone().text()).includes(`"${BUILD}"`);
  if (!whole) throw new Error("another build");
  await Promise.all([...paths.map((path, at) => cache.put(path, pages[at])), ...ASSETS.map((path) => keepAsset(cache, path))]);
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

async function freshFirst(path, request) {
  const fresh = fetch(request).then(async (response) => {
    // What a proxy says while the server is away is no page of ours.
    if (!response.ok) return (await kept(path)) ?? response;
    const copy = response.clone();
    // A disk that is full must not take away what has come.
    await caches.open(CACHE).then((cache) => cache.put(path, copy)).catch(() => {});
    return response;
  });
  const late = new Promise((_, reject) => setTimeout(reject, PUBLIC_WAITS_MS));
  try {
    return await Promise.race([fresh, late]);
  } catch {
    return (await kept(path)) ?? fresh;
  }
}

// Browsers want something to be seen for each push, so what cannot be read is a moment, too.
async function nudge(data) {
  const kind = kindOf(data);
  const usual = WORDS[navigator.language.split("-")[0]] ?? WORDS.en;
  const own = await handedOver(LOCK_SCREEN);
  const icon = ASSETS.find((path) => /\/icon-192[.-]/.test(path));
  // The server knows no quiet hours, and the device may have come to another time zone since it was told when.
  const silent = kind === "moment" && isNow(await handedOver(QUIET_HOURS));
  return registration.showNotification(own[kind] || usual[kind], { tag: kind, icon, badge: icon, silent });
}

/** Whether the clock on the wall is between the two; over midnight where the second is the smaller. */
function isNow({ from, until }) {
  const now = new Date().toTimeString().slice(0, "00:00:00".length);
  return from <= until ? from <= now && now < until : from <= now || now < until;
}

function kindOf(data) {
  try {
    return data.json().kind === "waiting" ? "waiting" : "moment";
  } catch {
    return "moment";
  }
}

async function handedOver(name) {
  try {
    const kept = await caches.match("/" + name, { cacheName: LOCK_SCREEN });
    return (await kept?.json()) ?? {};
  } catch {
    return {};
  }
}

async function openApp() {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const app = open.find(({ url }) => SHELL_PATHS.test(new URL(url).pathname));
  return app ? app.focus() : clients.openWindow(SHELL);
}

// A push service on this machine, and a browser's half of a subscription: what a phone and its vendor do elsewhere.
import assert from "node:assert/strict";
import { createDecipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";

/** Takes what is posted to it. `next(path)` waits for one and gives it. */
export async function pushService() {
  const arrived = [];
  const server = createServer(async (request, response) => {
    const body = [];
    for await (const chunk of request) body.push(chunk);
    arrived.push({ path: request.url, headers: request.headers, body: Buffer.concat(body) });
    response.writeHead(201).end();
    server.emit("pushed");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    arrived,
    async next(path) {
      for (;;) {
        const at = arrived.findIndex((one) => one.path === path);
        if (at >= 0) return arrived.splice(at, 1)[0];
        await once(server, "pushed", { signal: AbortSignal.timeout(30_000) });
      }
    },
    stop: () => new Promise((stopped) => server.close(stopped) && server.closeAllConnections()),
  };
}

/** A subscription at `endpoint`. `open(sealed)` gives what a push says (RFC 8291, RFC 8188: one record). */
export function subscription(endpoint) {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  const auth = randomBytes(16);
  const derived = (secret, salt, info, length) => Buffer.from(hkdfSync("sha256", secret, salt, info, length));
  return {
    given: { endpoint, p256dh: pair.getPublicKey("base64url"), auth: auth.toString("base64url") },
    open(sealed) {
      const salt = sealed.subarray(0, 16);
      const theirs = sealed.subarray(21, 21 + sealed[20]);
      const words = sealed.subarray(21 + sealed[20]);
      const info = Buffer.concat([Buffer.from("WebPush: info\0"), pair.getPublicKey(), theirs]);
      const secret = derived(pair.computeSecret(theirs), auth, info, 32);
      const key = derived(secret, salt, "Content-Encoding: aes128gcm\0", 16);
      const nonce = derived(secret, salt, "Content-Encoding: nonce\0", 12);
      const cipher = createDecipheriv("aes-128-gcm", key, nonce);
      cipher.setAuthTag(words.subarray(-16));
      const plain = Buffer.concat([cipher.update(words.subarray(0, -16)), cipher.final()]);
      const end = plain.findLastIndex((byte) => byte !== 0);
      assert.equal(plain[end], 2, "the last record ends with a 2");
      return plain.subarray(0, end).toString();
    },
  };
}

/** Has the pages of `context` subscribe there instead of at the browser's vendor. */
export const subscribing = (context, given) =>
  context.addInitScript(({ endpoint, p256dh, auth }) => {
    const kept = {
      endpoint,
      toJSON: () => ({ endpoint, expirationTime: null, keys: { p256dh, auth } }),
      unsubscribe: async () => delete localStorage.subscribed || true,
    };
    PushManager.prototype.getSubscription = async () => (localStorage.subscribed ? kept : null);
    PushManager.prototype.subscribe = async ({ applicationServerKey, userVisibleOnly }) => {
      if (new Uint8Array(applicationServerKey)[0] !== 4 || !userVisibleOnly) throw new DOMException("no key", "AbortError");
      localStorage.subscribed = "yes";
      return kept;
    };
  }, given);

/** Hands a push to the service worker of this page, as the browser does once it has opened it; gives what is shown. */
export async function shown(page, said) {
  const browser = await page.context().newCDPSession(page);
  const known = new Promise((found) =>
    browser.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const alive = registrations.find(({ isDeleted, scopeURL }) => !isDeleted && scopeURL.startsWith(new URL(page.url()).origin));
      if (alive) found(alive.registrationId);
    }),
  );
  await browser.send("ServiceWorker.enable");
  const registrationId = await known;
  const now = () =>
    page.evaluate(async () => {
      const all = await (await navigator.serviceWorker.ready).getNotifications();
      return all.map(({ title, body, tag, data, icon, silent, timestamp }) => ({ title, body, tag, data, icon: new URL(icon).pathname, silent, timestamp }));
    });
  // Asked once, when the worker is done: who asks while one is being shown has the browser forget it.
  const [service, since] = ["pushMessaging", Date.now()];
  const handled = new Promise((done) =>
    browser.on("BackgroundService.backgroundServiceEventReceived", ({ backgroundServiceEvent: { eventName, timestamp } }) => {
      // Those of before are told once more.
      if (eventName === "Push event completed" && timestamp * 1000 >= since) done();
    }),
  );
  await browser.send("BackgroundService.startObserving", { service });
  await browser.send("BackgroundService.setRecording", { shouldRecord: true, service });
  // None is closed: what closes late would take the one that comes in its place along.
  const before = Math.max(0, ...(await now()).map(({ timestamp }) => timestamp));
  await browser.send("ServiceWorker.deliverPushMessage", { origin: new URL(page.url()).origin, registrationId, data: said });
  await handled;
  const seen = await now();
  await browser.detach();
  if (!seen.some(({ timestamp }) => timestamp > before)) throw new Error(`notifications: ${JSON.stringify(seen)}`);
  return seen;
}

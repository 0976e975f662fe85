// Sends what waits while the app is closed. A page that could not send it asks the browser to wake this once there is a
// network; where a browser has no such thing, the app sends when it is opened. What waits goes as it lies there, sealed:
// nothing here has a key. What the server says to it is asked for again, and learnt, by the app.

const OUTBOX = "outbox";
// As in `wire::limits` and the machine of `journal::sync`.
const RECORD_BYTES = 1048576;
const PUSH_BYTES = 4194304;
const BATCH = 200;
// As in `journal::sync::patience`: bytes take their time where the network is slow, and what could go in parts does.
const PATIENCE_MS = 20_000;
const MOST_PATIENCE_MS = 120_000;
const SLOW = 8;

addEventListener("sync", (event) => {
  if (event.tag === OUTBOX) event.waitUntil(sendWaiting());
});

// Where this fails, the browser tries again some minutes later.
async function sendWaiting() {
  const disk = await openDisk();
  if (!disk) return;
  try {
    // Read before the lock is had: a tab that takes that writes another driver before it reads what waits.
    const driver = await settled(store(disk, "self").get("driver"));
    await navigator.locks.request("interleaf", { ifAvailable: true }, (lock) => (lock ? sendAll(disk, driver) : leave(disk)));
  } catch (error) {
    // A tab has opened the journal meanwhile and sends by itself.
    if (error.name !== "AbortError") throw error;
  } finally {
    disk.close();
  }
}

// A tab has the journal. It may be gone before it has sent everything.
async function leave(disk) {
  if ((await settled(store(disk, "waiting").count())) > 0) throw new Error("a tab has the journal");
}

async function sendAll(disk, driver) {
  const resident = await settled(store(disk, "self").get("account"));
  const session = resident && (await ask("/session"));
  // Nobody is signed in, or somebody else: it stays.
  if (session?.account !== (resident && JSON.parse(resident).account)) return;
  const asked = new Set();
  const applied = new Set();
  let most = BATCH;
  for (;;) {
    const operations = await nextOnes(disk, driver, asked, applied, most);
    if (operations.length === 0) return;
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ operations });
    const needed = PATIENCE_MS + body.length / SLOW;
    const within = operations.length > 1 ? Math.min(needed, MOST_PATIENCE_MS) : needed;
    let pushed;
    try {
      pushed = await ask("/sync", { method: "POST", headers, body }, within);
    } catch (error) {
      // The same again would take as long.
      if (error.name !== "TimeoutError" || operations.length === 1) throw error;
      most = Math.floor(operations.length / 2);
      continue;
    }
    if (!pushed) return;
    most = Math.min(most * 2, BATCH);
    for (const { op } of operations) asked.add(op);
    for (const { op, outcome } of pushed.answers) if (outcome === "applied") applied.add(op);
  }
}

// What may be sent now. First it is marked as sent, as by a tab, so that nobody alters it any more and a retry is the
// same to the byte; newer words behind it follow once it was applied. Refused or in conflict, it waits for the app.
async function nextOnes(disk, driver, asked, applied, most) {
  const change = disk.transaction(["self", "waiting"], "readwrite", { durability: "strict" });
  const kept = new Promise((complete, failed) => {
    change.oncomplete = complete;
    change.onabort = () => failed(change.error);
  });
  const waiting = change.objectStore("waiting");
  const [now, rows] = await Promise.all([settled(change.objectStore("self").get("driver")), settled(waiting.getAll())]);
  const operations = [];
  let bytes = 0;
  // A tab that has opened the journal since has read what waits, and decides alone.
  for (const row of now === driver ? rows.map((row) => JSON.parse(row)) : []) {
    const isNext = row.next && (!row.sent || applied.has(row.sent.op));
    const operation = isNext ? row.next : row.sent;
    if (!operation || asked.has(operation.op) || operations.length === most) continue;
    const size = sizeOf(operation);
    if ((isNext && size > RECORD_BYTES) || (bytes > 0 && bytes + size > PUSH_BYTES)) continue;
    bytes += size;
    operations.push(operation);
    if (isNext) waiting.put(JSON.stringify({ ...row, sent: operation, next: null }), row.record);
  }
  await kept;
  return operations;
}

// Bytes of what is sealed, which is written as base64url without padding.
function sizeOf({ change }) {
  return Math.floor(((change.content?.length ?? 0) * 3) / 4);
}

// An answer, or nothing where trying again helps nobody.
async function ask(path, init = {}, within = PATIENCE_MS) {
  const signal = AbortSignal.timeout(within);
  const response = await fetch(`/api/v1${path}`, { ...init, cache: "no-store", signal });
  if (response.ok) return response.json();
  if (response.status === 401 || response.status === 413) return undefined;
  throw new Error(`the server said ${response.status}`);
}

// The app's own storage; none where nobody's journal was ever here.
function openDisk() {
  return new Promise((done, failed) => {
    const request = indexedDB.open("interleaf");
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction.abort();
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      done(request.result);
    };
    request.onerror = () => (isNew ? done(undefined) : failed(request.error));
  });
}

function store(disk, name) {
  return disk.transaction(name).objectStore(name);
}

function settled(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

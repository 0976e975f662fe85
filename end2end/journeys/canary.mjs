// Looks for words where none may be, in every dress they could wear.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Every way a word may be written down: each as bytes. */
function dresses(word) {
  const plain = Buffer.from(word);
  const wide = Buffer.from(word, "utf16le");
  const all = [plain, wide, Buffer.from(plain.toString("hex")), Buffer.from(plain.toString("hex").toUpperCase())];
  // Base64 differs by where in a group of three the word begins, and its edges depend on what stands around it.
  for (const bytes of [plain, wide]) {
    for (const before of [0, 1, 2]) {
      const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64").replace(/=*$/, "");
      const inner = text.slice(before === 0 ? 0 : before + 1, -1);
      all.push(Buffer.from(inner), Buffer.from(inner.replaceAll("+", "-").replaceAll("/", "_")));
    }
  }
  all.push(Buffer.from(encodeURIComponent(word)), Buffer.from(word.replaceAll(" ", "+")));
  return all;
}

function hits(bytes, word) {
  return dresses(word).some((dress) => bytes.includes(dress));
}

async function files(folder) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((one) => one.isFile()).map((one) => join(one.parentPath ?? one.path, one.name));
}

/** Where any of the words is: in the files of the data folder, or in one of the named texts. */
async function search(folder, texts, words) {
  const places = Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)]);
  for (const file of await files(folder)) places.push([file, await readFile(file)]);
  assert.ok(places.some(([name, bytes]) => /\.db|sqlite/.test(name) && bytes.length > 0), "the database is searched");
  const found = [];
  for (const [name, bytes] of places) {
    assert.ok(bytes.length > 0 || /-wal$|-shm$/.test(name), `${name} is empty: nothing was searched`);
    for (const word of words) if (hits(bytes, word)) found.push([name, word]);
    control(bytes);
  }
  return found;
}

/** Where any of the words is outside of these devices: in what they sent, in the server's data folder, in its log. */
export function outside(server, devices, words) {
  const requests = devices.flatMap(({ sent }) => sent).join("\n");
  return search(server.data, { requests, log: server.log.join("\n") }, words);
}

/** The search itself must be able to find: a planted word is found in each dress. */
function control(bytes) {
  const planted = "velvet hourglass";
  const dressed = [
    planted,
    Buffer.from(planted).toString("hex"),
    Buffer.from(`{"text":"${planted}"}`).toString("base64"),
    Buffer.from(` {"text":"${planted}"}`).toString("base64url"),
    Buffer.from(`  {"text":"${planted}"}`, "utf16le").toString("base64"),
    encodeURIComponent(planted),
  ];
  assert.ok(!hits(bytes, planted));
  for (const text of dressed) {
    const half = bytes.length >> 1;
    const with_it = Buffer.concat([bytes.subarray(0, half), Buffer.from(text), bytes.subarray(half)]);
    assert.ok(hits(with_it, planted), `a planted ${text} is not found`);
  }
}

/** Every sealed content that was pushed for one record, oldest first. */
export function sealed(sent, record) {
  const bodies = sent.filter((text) => /\/api\/v1\/sync\n\{/.test(text)).map((text) => JSON.parse(text.slice(text.indexOf("\n"))));
  const operations = bodies.flatMap(({ operations }) => operations).filter((operation) => operation.record === record);
  const contents = operations.flatMap(({ change }) => change.content ?? []);
  return [...new Set(contents)].map((text) => Buffer.from(text, "base64url"));
}

/** Which of these bytes are in a file of the data folder. */
export async function onDisk(folder, contents) {
  assert.ok(contents.length > 0);
  const all = await Promise.all((await files(folder)).map((file) => readFile(file)));
  return contents.filter((content) => all.some((bytes) => bytes.includes(content)));
}

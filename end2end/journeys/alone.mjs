// A phone on its own: the network cut in the middle of a photo, a server that is gone for half an hour, a full
// disk, and the profile on the disk, which somebody who finds the phone could read.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { onDisk } from "./canary.mjs";
import { goTo, invite, join, setUp, signIn, synced, unlock, writeFreely } from "./people.mjs";
import { holds } from "./seen.mjs";
import { LAPTOP, PHONE, device, look } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const CLIENT = { name: "client", password: "river stone lamp kettle", called: "Maya" };
const MINUTE = 60_000;

export async function alone({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-alone-"));
  const profile = await mkdtemp(path(tmpdir(), "interleaf-profile-"));
  let server = await startServer(binary, data);
  const { origin, address } = server;
  const doctor = await device(browser, LAPTOP, origin);
  // A profile on the disk, as a phone has it.
  const owned = await browser.browserType().launchPersistentContext(profile, {
    ...PHONE,
    baseURL: origin,
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"],
  });
  const broken = [];
  owned.on("weberror", (error) => broken.push(String(error.error())));
  const hand = await owned.newPage();
  const desk = doctor.page;

  const free = () => writeFreely(hand);
  const done = async () => {
    await hand.getByRole("button", { name: "Done" }).last().click();
    await hand.waitForURL("**/app/entry/*");
  };
  /** A picture that no compression makes small: several chunks. */
  const photograph = async () => {
    const bytes = await hand.evaluate(async () => {
      const canvas = new OffscreenCanvas(1800, 1350);
      const paper = canvas.getContext("2d");
      const noise = paper.createImageData(1800, 1350);
      for (let at = 0; at < noise.data.length; at += 65_536) crypto.getRandomValues(noise.data.subarray(at, at + 65_536));
      for (let at = 3; at < noise.data.length; at += 4) noise.data[at] = 255;
      paper.putImageData(noise, 0, 0);
      const jpeg = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg", quality: 0.8 })).arrayBuffer());
      let text = "";
      for (let at = 0; at < jpeg.length; at += 32_768) text += String.fromCharCode(...jpeg.subarray(at, at + 32_768));
      return btoa(text);
    });
    return { name: "noise.jpg", mimeType: "image/jpeg", buffer: Buffer.from(bytes, "base64") };
  };

  await test("alone: a therapist and a client are there", async () => {
    await setUp(desk, server.setupLink, DOCTOR);
    await hand.goto(await invite(desk, "Maya"));
    await join(hand, CLIENT);
  });

  /** Chunks on their way: their numbers, in order, those that did not arrive marked. */
  let way = [];
  let cut = 2;
  let plain;
  await test("alone: a photo whose way is cut in the middle holds up no words, and goes on where it was", async () => {
    await owned.route(/\/api\/v1\/blobs\/[^/]+\/\d+$/, async (route) => {
      if (route.request().method() !== "PUT") return route.continue();
      const index = Number(route.request().url().match(/\d+$/)[0]);
      way.push(index < cut ? index : -index);
      return index < cut ? route.continue() : route.abort("connectionreset");
    });
    await free();
    await hand.evaluate(() => {
      globalThis.shown = [];
      const real = URL.createObjectURL;
      URL.createObjectURL = (blob) => (globalThis.shown.push(blob), real.call(URL, blob));
    });
    await hand.locator("input[type=file]").setInputFiles(await photograph());
    await hand.getByRole("img", { name: "A photo" }).waitFor();
    const photo = hand.locator(".attachment");
    await photo.getByText("saved on this phone").waitFor();
    for (let tries = 0; tries < 100 && !way.includes(-cut); tries += 1) await hand.waitForTimeout(100);
    assert.deepEqual(way.slice(0, cut + 1), [0, 1, -2]);
    await hand.getByRole("textbox").fill("words walk past a photo");
    await hand.locator(".kept, [role=status]").getByText("saved and synced").first().waitFor();
    await photo.getByText("saved on this phone").waitFor();
    cut = 1000;
    await photo.getByText("saved and synced").waitFor();
    const arrived = way.filter((index) => index >= 0 && !Object.is(index, -0));
    assert.deepEqual(arrived, [...arrived.keys()], "each chunk once, and none anew");
    assert.ok(arrived.length > 4, `${arrived.length} chunks`);
    await hand.getByRole("button", { name: "Show the whole photo" }).click();
    await hand.locator("img.photo.whole").waitFor();
    const whole = await hand.evaluate(async () => {
      const large = globalThis.shown.toSorted((one, other) => other.size - one.size)[0];
      const bytes = new Uint8Array(await large.slice(0, 400_000).arrayBuffer());
      return Array.from(bytes);
    });
    plain = Buffer.from(whole);
    await done();
  });

  await test("alone: with no more room on the server it is told, and the photo stays here", async () => {
    const body = JSON.stringify({ type: "about:blank", title: "full", status: 507, code: "quota_full" });
    const full = (route) =>
      route.request().method() === "PUT"
        ? route.fulfill({ status: 507, contentType: "application/problem+json", body })
        : route.continue();
    await owned.route(/\/api\/v1\/blobs\/[^/]+\/\d+$/, full);
    await free();
    await hand.locator("input[type=file]").setInputFiles(await photograph());
    await hand.getByText("There is no more room on the server: delete something large").waitFor();
    await hand.getByRole("textbox").fill("and words still go");
    await look(hand, "write-photo-full", screens);
    await done();
    await goTo(hand, "Today");
    await hand.getByText("Your words are synced. One recording or photo is only on this phone: the server has no more room.").waitFor();
    await look(hand, "today-photo-full", screens);
    await hand.getByRole("link", { name: "You", exact: true }).click();
    await hand.getByRole("button", { name: "Sign out" }).click();
    await hand.getByText("One change was not synced yet and would be lost.").waitFor();
    await hand.getByRole("button", { name: "Stay signed in" }).click();
    await owned.unroute(/\/api\/v1\/blobs\/[^/]+\/\d+$/, full);
    // Looked at again when the app is opened anew, and not with each word.
    await hand.goto("/app");
    await unlock(hand, CLIENT.password);
    await synced(hand);
  });

  await test("alone: half an hour after unlocking the server is gone: one goes on writing, and all goes when it is back", async () => {
    await owned.clock.install({ time: Date.now() });
    await free();
    for (const _ of [1, 2, 3]) {
      await hand.getByRole("textbox").pressSequentially("a line. ");
      await owned.clock.fastForward(10 * MINUTE);
    }
    await hand.getByText("saved and synced").first().waitFor();
    server.kill();
    await hand.getByRole("textbox").pressSequentially("The server has left the room.");
    await owned.clock.runFor(6_000);
    await hand.getByText("saved on this phone").first().waitFor();
    await look(hand, "write-server-gone", screens);
    await done();
    await hand.getByText("The server has left the room.").waitFor();
    await free();
    await hand.getByRole("textbox").fill("A second page without it.");
    await owned.clock.runFor(1_000);
    await done();
    await goTo(hand, "Today");
    await hand.getByText(/The server does not answer right now\. .* saved on this phone/).waitFor();
    await look(hand, "today-server-gone", screens);
    // A page that is opened anew finds everything, too.
    await hand.reload();
    await unlock(hand, CLIENT.password);
    await goTo(hand, "Journal");
    await hand.getByText("A second page without it.").waitFor();
    server = await startServer(binary, data, { listen: address });
    await owned.clock.runFor(2 * MINUTE);
    await goTo(hand, "Today");
    await synced(hand);
    const other = await device(browser, PHONE, origin);
    await signIn(other.page, CLIENT.name, CLIENT.password);
    await goTo(other.page, "Journal");
    await other.page.getByText("A second page without it.").waitFor();
    await other.page.getByText("a line. a line. a line. The server has left the room.").waitFor();
    assert.deepEqual(other.broken, []);
    await other.context.close();
  });

  await test("alone: a disk that fills up in the middle of typing is told, and every word is kept once there is room", async () => {
    const browserSide = await owned.newCDPSession(hand);
    await free();
    await hand.getByRole("textbox").pressSequentially("before the disk was full, ");
    await owned.clock.runFor(1_000);
    await hand.getByText(/saved on this phone|saved and synced/).first().waitFor();
    await browserSide.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
    await hand.getByRole("textbox").pressSequentially("and while it was");
    // The browser takes what it last found to be free for true, for up to half a minute of real time.
    const tired = performance.now() + 2 * MINUTE;
    while (performance.now() < tired && !(await hand.getByText("This phone has no room left").isVisible())) {
      await hand.getByRole("textbox").press("End");
      await hand.getByRole("textbox").pressSequentially(".");
      await owned.clock.runFor(1_000);
      await hand.waitForTimeout(250);
    }
    await hand.getByText("This phone has no room left").waitFor();
    const words = await hand.getByRole("textbox").inputValue();
    assert.match(words, /^before the disk was full, and while it was/);
    await look(hand, "write-disk-full", screens);
    await browserSide.send("Storage.overrideQuotaForOrigin", { origin });
    for (let tries = 0; tries < 60 && (await hand.getByText("This phone has no room left").isVisible()); tries += 1) {
      await owned.clock.runFor(4_000);
      await hand.waitForTimeout(250);
    }
    await hand.getByText(/saved on this phone|saved and synced/).first().waitFor();
    await hand.reload();
    await unlock(hand, CLIENT.password);
    await holds(hand.locator("textarea"), words);
    await done();
    await goTo(hand, "Today");
    await owned.clock.runFor(MINUTE);
    await synced(hand);
  });

  await test("alone: nothing that was written, drawn or photographed lies on the phone unsealed", async () => {
    const words = ["words walk past a photo", "A second page without it", "before the disk was full", "river stone lamp kettle"];
    const wanted = [
      ...words.flatMap((word) => [Buffer.from(word), Buffer.from(word, "utf16le")]),
      ...[1_000, 50_000, 200_000, 390_000].map((from) => plain.subarray(from, from + 48)),
    ];
    // Found would be what lay there: the same, put down unsealed by hand.
    const put = (key, value) =>
      hand.evaluate(
        async ([key, value]) => {
          const open = indexedDB.open("control");
          open.onupgradeneeded = () => open.result.createObjectStore("all");
          const disk = await new Promise((done) => (open.onsuccess = () => done(open.result)));
          const change = disk.transaction("all", "readwrite", { durability: "strict" });
          change.objectStore("all").put(typeof value === "string" ? value : new Uint8Array(value), key);
          await new Promise((done) => (change.oncomplete = done));
          disk.close();
        },
        [key, value],
      );
    assert.deepEqual(await onDisk(profile, wanted), []);
    await put("word", "a planted word");
    await put("photo", [...plain]);
    const planted = await onDisk(profile, [Buffer.from("a planted word"), ...wanted.slice(-4)]);
    assert.equal(planted.length, 5, "the search finds what is there");
    assert.deepEqual(broken, []);
  });

  await doctor.context.close();
  await owned.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
  await rm(profile, { recursive: true, force: true });
}

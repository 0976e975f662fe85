// Beside the words: a drawing, a voice note, a photo. Cut off in the middle, offline, shared one by one, taken back.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { onDisk, outside } from "./canary.mjs";
import { goTo, invite, join, setUp, signIn, synced, unlock } from "./people.mjs";
import { lines, numbers } from "./seen.mjs";
import { LAPTOP, PHONE, device, look, lookLarge } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const CLIENT = { name: "client", password: "river stone lamp kettle", called: "Maya" };

/** Draws a line through points in parts of the sheet, as a finger would; `lift` says whether it ends. */
async function draw(page, points, lift = true) {
  const box = await page.locator(".sheet").boundingBox();
  const at = ([x, y]) => [box.x + x * box.width, box.y + y * box.height];
  await page.mouse.move(...at(points[0]));
  await page.mouse.down();
  for (const point of points.slice(1)) await page.mouse.move(...at(point), { steps: 6 });
  if (lift) await page.mouse.up();
}

export async function attach({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-attach-"));
  const server = await startServer(binary, data, { level: "trace" });
  const { origin } = server;
  const doctor = await device(browser, LAPTOP, origin);
  const phone = await device(browser, PHONE, origin);
  const desk = doctor.page;
  let hand = phone.page;

  const free = async () => {
    await goTo(hand, "Today");
    await hand.getByRole("link", { name: /Write freely/ }).click();
    await hand.getByRole("textbox").first().waitFor();
  };
  const chip = (name) => hand.getByRole("navigation", { name: "Show only" }).getByRole("link", { name, exact: true });
  /** The tab dies as when a phone's battery does; then the same address is opened again. */
  const dies = async () => {
    const address = hand.url();
    const crash = await phone.context.newCDPSession(hand);
    crash.send("Page.crash").catch(() => {});
    await hand.waitForEvent("crash");
    await hand.close();
    hand = phone.page = await phone.context.newPage();
    await hand.goto(address);
    await unlock(hand, CLIENT.password);
  };

  await test("a therapist and a client are there", async () => {
    await setUp(desk, server.setupLink, DOCTOR);
    await hand.goto(await invite(desk, "Maya"));
    await join(hand, CLIENT);
  });

  await test("a drawing is drawn, undone, cleared, brought back, and said in words", async () => {
    await free();
    await hand.getByRole("button", { name: "Draw" }).click();
    const pad = hand.getByRole("dialog", { name: "Draw" });
    await pad.waitFor();
    const drawn = pad.locator(".sheet path");
    await draw(hand, [[0.2, 0.7], [0.2, 0.45], [0.5, 0.25], [0.8, 0.45], [0.8, 0.7], [0.2, 0.7]]);
    await pad.getByRole("button", { name: "Pine green" }).click();
    await pad.getByRole("button", { name: "Thick" }).click();
    await draw(hand, [[0.1, 0.8], [0.3, 0.76], [0.5, 0.8], [0.7, 0.76], [0.9, 0.8]]);
    await draw(hand, [[0.4, 0.5], [0.41, 0.5]]);
    await numbers(drawn, 3);
    await pad.getByRole("button", { name: "Undo" }).click();
    await numbers(drawn, 2);
    await pad.getByRole("button", { name: "Clear" }).click();
    assert.equal(await drawn.count(), 0);
    await pad.getByRole("button", { name: "Undo" }).click();
    await numbers(drawn, 2);
    await pad.getByLabel("In words").fill("the house by the sea");
    await pad.getByText("saved on this phone").waitFor();
    await look(hand, "sketch-pad", screens);
    await lookLarge(hand, "sketch-pad", screens);
    await pad.getByRole("button", { name: "Done" }).click();
    await hand.getByRole("img", { name: "the house by the sea" }).waitFor();
    await look(hand, "write-sketch", screens);
  });

  await test("a tab that is killed in the middle of a stroke has kept the drawing, and the stroke as far as it went", async () => {
    await hand.getByRole("button", { name: "Change" }).click();
    await draw(hand, [[0.1, 0.1], [0.9, 0.1]], false);
    for (let step = 0; step < 8; step += 1) {
      await hand.mouse.move(350 - step * 4, 200 + step * 6, { steps: 3 });
      await hand.waitForTimeout(100);
    }
    // Half a second is what is promised.
    await hand.waitForTimeout(500);
    await dies();
    const kept = hand.getByRole("img", { name: "the house by the sea" });
    await kept.waitFor();
    await numbers(kept.locator("path"), 3);
    assert.ok((await kept.locator("path").last().getAttribute("d")).length > 60);
    await hand.getByRole("button", { name: "Change" }).click();
    await hand.getByRole("dialog").getByRole("button", { name: "Undo" }).click();
    await hand.keyboard.press("Escape");
    await kept.waitFor();
    await numbers(kept.locator("path"), 2);
  });

  await test("a page with a drawing and no word is a page", async () => {
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.waitForURL("**/app/entry/*");
    await hand.getByRole("img", { name: "the house by the sea" }).waitFor();
    await look(hand, "entry-sketch", screens);
    await lookLarge(hand, "entry-sketch", screens);
  });

  await test("the journal shows the drawing small, calls the page by it, and finds it by its words", async () => {
    const page = new URL(hand.url()).pathname;
    await goTo(hand, "Journal");
    const row = hand.locator(".row-link");
    const picture = row.getByRole("img", { name: "the house by the sea" });
    await picture.waitFor();
    const { width, height } = await picture.boundingBox();
    assert.ok(width === height && width >= 44 && width <= 56, `${width} x ${height}`);
    assert.ok((await picture.locator("path").count()) > 0);
    assert.equal(await row.locator(".row-title").innerText(), "A drawing");
    await look(hand, "timeline-sketch", screens);
    await lookLarge(hand, "timeline-sketch", screens);
    await chip("Drawings").click();
    await hand.waitForURL("**/app/journal?of=drawings");
    await hand.getByText("One thing here").waitFor();
    await picture.waitFor();
    assert.equal(await chip("Photos").count(), 0, "what nobody has is not offered");
    await hand.goBack();
    await hand.getByRole("searchbox", { name: "Search your words" }).fill("sea house");
    await hand.getByText("One thing here").waitFor();
    await lines(row.locator("mark"), ["house", "sea"]);
    await row.getByText("A drawing").waitFor();
    await row.click();
    await hand.waitForURL(`**${page}`);
  });

  await test("a deleted drawing can be brought back for a while", async () => {
    await hand.locator(".attachment").getByRole("button", { name: "Delete" }).click();
    await hand.getByText("Deleted.").waitFor();
    await hand.getByRole("button", { name: "Undo" }).click();
    await hand.getByRole("img", { name: "the house by the sea" }).waitFor();
    await goTo(hand, "Today");
    await synced(hand);
  });

  /** The next time somebody wants to speak, the phone says no. */
  const refuse = () =>
    hand.evaluate(() => {
      const real = navigator.mediaDevices.getUserMedia;
      navigator.mediaDevices.getUserMedia = async () => {
        navigator.mediaDevices.getUserMedia = real;
        throw new DOMException("no", "NotAllowedError");
      };
    });

  await test("a sheet that was only opened and a microphone that was refused leave no page", async () => {
    await free();
    const id = new URL(hand.url()).pathname.split("/").pop();
    await hand.getByRole("button", { name: "Draw" }).click();
    await hand.getByRole("dialog", { name: "Draw" }).getByRole("button", { name: "Done" }).click();
    await refuse();
    await hand.getByRole("button", { name: "Speak" }).click();
    await hand.getByRole("button", { name: "Start recording" }).click();
    await hand.getByText("This phone does not let us hear you").waitFor();
    await hand.getByRole("button", { name: "Not now" }).click();
    await hand.getByRole("link", { name: "Today", exact: true }).click();
    await goTo(hand, "Journal");
    await hand.locator(".row-link").first().waitFor();
    assert.equal(await hand.locator(`a[href*="${id}"]`).count(), 0);
  });

  await test("what was deleted is not back when the page goes before the time to undo it is over", async () => {
    await free();
    await hand.getByRole("button", { name: "Draw" }).click();
    const pad = hand.getByRole("dialog", { name: "Draw" });
    await pad.waitFor();
    await draw(hand, [[0.2, 0.2], [0.6, 0.6]]);
    await pad.getByText("saved on this phone").waitFor();
    await pad.getByRole("button", { name: "Done" }).click();
    const drawing = hand.locator(".attachment").getByRole("img", { name: "A drawing" });
    await drawing.waitFor();
    await hand.locator(".attachment").getByRole("button", { name: "Delete" }).click();
    await hand.getByText("Deleted.").waitFor();
    await hand.reload();
    await unlock(hand, CLIENT.password);
    await hand.getByRole("textbox").first().waitFor();
    assert.equal(await drawing.count(), 0);
    // Nothing is left on the page, so it goes, too.
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.waitForURL("**/app");
  });

  await test("a voice note is recorded, paused, gone on with, and heard", async () => {
    await free();
    await hand.getByRole("textbox").first().fill("the day I spoke");
    await hand.getByRole("button", { name: "Speak" }).click();
    const recorder = hand.getByRole("dialog", { name: "Speak" });
    await recorder.getByText(/Nobody watches it live\./).waitFor();
    await look(hand, "voice", screens);
    await recorder.getByRole("button", { name: "Start recording" }).click();
    await recorder.getByText("0:01", { exact: true }).waitFor();
    await recorder.getByRole("button", { name: "Pause" }).click();
    await recorder.getByText("Paused. What you said is kept.").waitFor();
    await look(hand, "voice-paused", screens);
    await lookLarge(hand, "voice-paused", screens);
    await recorder.getByRole("button", { name: "Go on" }).click();
    await recorder.getByText("0:02", { exact: true }).waitFor();
    await recorder.getByRole("button", { name: "Done" }).click();
    await recorder.waitFor({ state: "detached" });
    await hand.getByText("/ 0:02").waitFor();
    await hand.getByText(/saved and synced/).last().waitFor();
    await hand.getByRole("button", { name: "Play" }).click();
    await hand.getByText("0:01 / 0:02").waitFor();
    await look(hand, "write-voice", screens);
  });

  await test("a tab that is killed in the middle of speaking has kept what was said", async () => {
    await hand.getByRole("button", { name: "Speak" }).click();
    const recorder = hand.getByRole("dialog", { name: "Speak" });
    await recorder.getByRole("button", { name: "Start recording" }).click();
    await recorder.getByText("0:02", { exact: true }).waitFor();
    await hand.waitForTimeout(500);
    await dies();
    const found = hand.locator(".player-time");
    await found.nth(1).waitFor();
    const [, minutes, seconds] = (await found.nth(1).innerText()).match(/\/ (\d):(\d\d)/);
    assert.ok(Number(minutes) === 0 && Number(seconds) >= 2, await found.nth(1).innerText());
    await hand.getByRole("button", { name: "Play" }).nth(1).click();
    await hand.getByText(/^0:01 \//).waitFor();
  });

  await test("a microphone that is refused is explained, and nothing breaks", async () => {
    await refuse();
    await hand.getByRole("button", { name: "Speak" }).click();
    await hand.getByRole("button", { name: "Start recording" }).click();
    await hand.getByText("This phone does not let us hear you").waitFor();
    await look(hand, "voice-refused", screens);
    await hand.getByRole("button", { name: "Not now" }).click();
    await hand.getByRole("dialog").waitFor({ state: "detached" });
  });

  await test("whoever leaves while the browser still asks for the microphone leaves none open", async () => {
    await hand.evaluate(() => {
      const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wanted) => {
        await new Promise((allow) => (globalThis.allow = allow));
        return (globalThis.heard = await real(wanted));
      };
    });
    await hand.getByRole("button", { name: "Speak" }).click();
    await hand.getByRole("button", { name: "Start recording" }).click();
    await hand.waitForFunction(() => globalThis.allow);
    await hand.getByRole("button", { name: "Not now" }).click();
    await hand.getByRole("dialog").waitFor({ state: "detached" });
    await hand.evaluate(() => globalThis.allow());
    await hand.waitForFunction(() => globalThis.heard?.getTracks().every(({ readyState }) => readyState === "ended"));
    // Nothing was begun either.
    await numbers(hand.locator(".player-time"), 2);
  });

  await test("with no room on the phone it is told before anything is recorded", async () => {
    await hand.evaluate(() => {
      navigator.storage.estimate = async () => ({ quota: 10_000_000, usage: 9_000_000 });
    });
    await hand.getByRole("button", { name: "Speak" }).click();
    await hand.getByRole("button", { name: "Start recording" }).click();
    await hand.getByText("This phone has no room left").first().waitFor();
    await hand.getByRole("button", { name: "Not now" }).click();
    await hand.reload();
    await unlock(hand, CLIENT.password);
    await hand.locator(".player-time").nth(1).waitFor();
    await numbers(hand.locator(".player-time"), 2);
  });

  const MARK = "N52.5163 E13.3777 heliotrope camera";
  /** A picture with a place written into it, as phones do. */
  const photograph = (width, height) =>
    hand.evaluate(
      async ([width, height, mark]) => {
        const canvas = new OffscreenCanvas(width, height);
        const paper = canvas.getContext("2d");
        const sky = paper.createLinearGradient(0, 0, 0, height);
        sky.addColorStop(0, "#7fa7c4");
        sky.addColorStop(1, "#c9a26b");
        paper.fillStyle = sky;
        paper.fillRect(0, 0, width, height);
        for (let dot = 0; dot < 4000; dot += 1) {
          paper.fillStyle = `hsl(${dot % 360} 40% 40%)`;
          paper.fillRect((dot * 977) % width, (dot * 571) % height, 9, 9);
        }
        const jpeg = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg", quality: 0.95 })).arrayBuffer());
        const exif = new TextEncoder().encode(`Exif\0\0MM\0*\0\0\0\x08GPS ${mark}`);
        const head = [0xff, 0xd8, 0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 255];
        return [...head, ...exif, ...jpeg.slice(2)];
      },
      [width, height, MARK],
    );

  await test("a photo loses everything that the phone wrote into it", async () => {
    const bytes = Buffer.from(await photograph(2600, 1950));
    assert.ok(bytes.includes(MARK));
    await hand.evaluate(() => {
      globalThis.shown = [];
      const real = URL.createObjectURL;
      URL.createObjectURL = (blob) => (globalThis.shown.push(blob), real.call(URL, blob));
    });
    await hand.locator("input[type=file]").setInputFiles({ name: "sea.jpg", mimeType: "image/jpeg", buffer: bytes });
    await hand.getByRole("img", { name: "A photo" }).waitFor();
    await hand.getByText(/saved and synced/).nth(2).waitFor();
    await hand.getByRole("button", { name: "Show the whole photo" }).click();
    await hand.locator("img.photo.whole").waitFor();
    const pictures = await hand.evaluate(async () => {
      const read = async (blob) => ({
        text: new TextDecoder("latin1").decode(await blob.arrayBuffer()),
        width: (await createImageBitmap(blob)).width,
      });
      return Promise.all(globalThis.shown.map(read));
    });
    assert.deepEqual(pictures.map(({ width }) => width).sort(), [2000, 320]);
    for (const { text } of pictures) assert.ok(!text.includes("Exif") && !text.includes(MARK) && !text.includes("GPS"));
    await hand.locator("input[type=file]").setInputFiles({ name: "x.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture") });
    await hand.getByText("This file is not a picture").waitFor();
    await look(hand, "write-photo", screens);
  });

  await test("a photo is said in words, which outlive a tab that is killed, and can be taken out again", async () => {
    const row = () => hand.locator(".attachment").filter({ has: hand.locator("img.photo") });
    const said = () => hand.getByRole("img", { name: "the pier in the fog" });
    await row().getByRole("button", { name: "Describe" }).click();
    await row().getByLabel("What it shows").fill("the pier in the fog");
    await said().waitFor();
    await look(hand, "write-describe", screens);
    await lookLarge(hand, "write-describe", screens);
    // Half a second is what is promised.
    await hand.waitForTimeout(500);
    await dies();
    await said().waitFor();
    await row().getByText(/^the pier in the fog · /).waitFor();
    await row().getByRole("button", { name: "Describe" }).click();
    await row().getByLabel("What it shows").fill("");
    await hand.getByRole("img", { name: "A photo" }).waitFor();
    await row().getByRole("button", { name: "Done" }).click();
    await row().getByLabel("What it shows").waitFor({ state: "detached" });
    await row().getByText(/saved and synced/).waitFor();
  });

  await test("without a network everything is kept, seen and heard here, and the words go first when it is back", async () => {
    await phone.context.setOffline(true);
    await hand.locator("input[type=file]").setInputFiles({
      name: "two.jpg",
      mimeType: "image/jpeg",
      buffer: Buffer.from(await photograph(900, 700)),
    });
    await hand.getByRole("img", { name: "A photo" }).nth(1).waitFor();
    await hand.getByText(/saved on this phone/).last().waitFor();
    await hand.getByRole("button", { name: "Show the whole photo" }).last().click();
    await hand.locator("img.photo.whole").waitFor();
    await hand.getByRole("button", { name: "Play" }).first().click();
    await hand.getByText("0:01 / 0:02").first().waitFor();
    await hand.getByRole("button", { name: "Done" }).last().click();
    await hand.waitForURL("**/app/entry/*");
    await phone.context.setOffline(false);
    for (const at of [0, 1, 2, 3]) await hand.getByText(/saved and synced/).nth(at).waitFor();
    await look(hand, "entry-attachments", screens);
    await lookLarge(hand, "entry-attachments", screens);
  });

  /** Chunks as the server has them. */
  const put = [];
  /** Which of them are in the data folder. A database cuts what is long into pages, so short traces are looked for. */
  const there = async () => {
    const found = [];
    for (const [at, bytes] of put.entries()) {
      const traces = [100, 300, 500].map((from) => bytes.subarray(from, from + 48));
      if ((await onDisk(data, traces)).length > 0) found.push(at);
    }
    return found;
  };
  await test("each is shared by itself, and opened by the therapist", async () => {
    assert.equal(await hand.locator(".attachment").getByRole("button", { name: "Share with Dr. Okafor" }).count(), 0);
    const page = hand.url();
    await hand.getByRole("link", { name: "Share with Dr. Okafor…" }).click();
    await hand.getByRole("button", { name: "Share with Dr. Okafor" }).click();
    await hand.getByText(/Dr. Okafor can read this page/).waitFor();
    if (hand.url() !== page) await hand.goto(page).then(() => unlock(hand, CLIENT.password));
    const mine = hand.locator(".attachment");
    await mine.nth(0).getByRole("button", { name: "Share with Dr. Okafor" }).click();
    await mine.nth(0).getByText("Dr. Okafor can see this").waitFor();
    await mine.nth(2).getByRole("button", { name: "Share with Dr. Okafor" }).click();
    await mine.nth(2).getByText("Dr. Okafor can see this").waitFor();
    await goTo(desk, "Clients");
    await desk.getByRole("link", { name: /Maya/ }).click();
    await desk.getByRole("link", { name: /the day I spoke/ }).click();
    await desk.locator(".attachment").nth(1).waitFor();
    await numbers(desk.locator(".attachment"), 2);
    const chunk = desk.waitForResponse((response) => /\/blobs\/.*\/0$/.test(response.url()));
    await desk.getByRole("button", { name: "Play" }).click();
    await desk.getByText("0:01 / 0:02").waitFor();
    put.push(await (await chunk).body());
    const photo = desk.waitForResponse((response) => /\/blobs\/.*\/0$/.test(response.url()));
    await desk.getByRole("button", { name: "Show the whole photo" }).click();
    await desk.locator("img.photo.whole").waitFor();
    put.push(await (await photo).body());
    assert.deepEqual(await there(), [0, 1], "the search finds what is there");
    await look(desk, "read-attachments", screens);
  });

  await test("what is taken back is gone from the therapist's screen and from the server's disk, and still here", async () => {
    await hand.locator(".attachment").nth(0).getByRole("button", { name: "Take back" }).click();
    await hand.locator(".attachment").nth(0).getByText("only you can see this").waitFor();
    await desk.getByRole("button", { name: "Play" }).waitFor({ state: "detached" });
    await numbers(desk.locator(".attachment"), 1);
    for (let tries = 0; tries < 60 && (await there()).includes(0); tries += 1) await hand.waitForTimeout(250);
    assert.deepEqual(await there(), [1], "only what is still shared");
    await hand.getByRole("button", { name: "Play" }).first().click();
    await hand.getByText("0:01 / 0:02").waitFor();
    const second = await device(browser, PHONE, origin);
    await signIn(second.page, CLIENT.name, CLIENT.password);
    await goTo(second.page, "Journal");
    await second.page.getByText("the day I spoke").first().click();
    await second.page.getByRole("button", { name: "Play" }).first().click();
    await second.page.getByText("0:01 / 0:02").waitFor();
    // Read again like a book it stands in its place: seen and heard without a network, where it is on the device.
    await goTo(second.page, "Journal");
    await second.page.getByRole("link", { name: "Read it like a book" }).click();
    await second.page.getByRole("img", { name: "the house by the sea" }).waitFor();
    await second.context.setOffline(true);
    await second.page.getByRole("button", { name: "Play" }).first().click();
    await second.page.getByText("0:01 / 0:02").waitFor();
    await second.page.getByRole("button", { name: "Show the whole photo" }).first().click();
    await second.page.getByRole("alert").getByText("The server cannot be reached right now.").waitFor();
    await second.page.getByText(/^fetching/).waitFor({ state: "detached" });
    await numbers(second.page.getByRole("img", { name: "A photo" }), 2);
    await look(second.page, "reread-beside", screens);
    await lookLarge(second.page, "reread-beside", screens);
    await second.page.reload();
    assert.deepEqual(second.broken, []);
    await second.context.close();
    await hand.getByRole("button", { name: "Take back" }).last().click();
    await desk.getByRole("img", { name: "A photo" }).waitFor({ state: "detached" });
  });

  await test("at five minutes a voice note ends by itself, says so, and all of it is kept; nothing locked meanwhile", async () => {
    await goTo(hand, "Today");
    await hand.getByRole("link", { name: "You", exact: true }).click();
    await hand.getByRole("link", { name: /^Settings/ }).click();
    await hand.getByLabel("When nobody touches it").selectOption("5");
    await hand.goBack();
    await hand.getByRole("link", { name: /^Settings/ }).waitFor();
    await hand.goBack();
    await free();
    await hand.getByRole("button", { name: "Speak" }).click();
    const recorder = hand.getByRole("dialog", { name: "Speak" });
    await recorder.getByRole("button", { name: "Start recording" }).click();
    await recorder.getByText("0:02", { exact: true }).waitFor();
    await hand.clock.setSystemTime(Date.now() + 150_000);
    await recorder.getByText(/^2:3\d$/).waitFor();
    await hand.clock.setSystemTime(Date.now() + 300_000);
    await recorder.getByText("That was five minutes, and all of it is kept.").waitFor();
    // Whether to lock is looked at every five seconds.
    await hand.waitForTimeout(5_500);
    await recorder.getByText(/^5:0\d$/).waitFor();
    await look(hand, "voice-longest", screens);
    await recorder.getByRole("button", { name: "Done" }).click();
    await recorder.waitFor({ state: "detached" });
    await hand.getByText(/saved and synced/).last().waitFor();
    await hand.getByRole("button", { name: "Play" }).click();
    await hand.getByText(/^0:01 \/ 5:0\d$/).waitFor();
    await hand.clock.setSystemTime(Date.now());
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.waitForURL("**/app/entry/*");
  });

  await test("the journal shows pages by what stands beside their words", async () => {
    await goTo(hand, "Journal");
    await chip("Voice").click();
    await hand.getByText("2 things here").waitFor();
    await hand.locator(".row-title", { hasText: "A voice note" }).waitFor();
    await look(hand, "timeline-beside", screens);
    await chip("Photos").click();
    await hand.waitForURL("**/app/journal?of=photos");
    await hand.getByText("One thing here").waitFor();
    await lines(hand.locator(".row-title"), ["the day I spoke"]);
    await hand.locator(".row-link").getByRole("img", { name: "A photo" }).waitFor();
  });

  await test("no caption, no word and nothing that the phone wrote into a photo was outside of the devices", async () => {
    const words = ["the house by the sea", "the pier in the fog", "the day I spoke", MARK];
    assert.deepEqual(await outside(server, [doctor, phone], words), []);
  });

  await test("no page said that something broke", async () => {
    assert.deepEqual([...doctor.broken, ...phone.broken], []);
  });
  await doctor.context.close();
  await phone.context.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}

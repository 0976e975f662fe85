// Looking back: filters, search, reading like a book, and years of entries that open and scroll like one week.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join as path } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { startServer } from "../server.mjs";
import { appoint, goTo, invite, join, setUp, signIn, synced, unlock } from "./people.mjs";
import { becomes, holds, lines, numbers } from "./seen.mjs";
import { unzipped } from "./unzip.mjs";
import { LAPTOP, PHONE, device, isSqueezed, look, lookLarge, photo, scrollOnTo } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const CLIENT = { name: "client", password: "river stone lamp kettle", called: "Maya" };

/** As if many pages had been written on another device. The tool was built with the tests, beside the server. */
const seed = (binary, origin, count) =>
  promisify(execFile)(path(dirname(binary), "examples/seed"), [origin, CLIENT.name, CLIENT.password, String(count)]);

/** Years of entries, where the app is as it ships. One that was not squeezed is some ten times slower. */
const SQUEEZED = await isSqueezed();
const MANY = SQUEEZED ? 5_000 : 500;
/** What is searched for among them: rare, the beginning of a word, and two that are everywhere. */
const TYPED = ["zephyr", "grandm", "the sea"];

export async function timelineJourney({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-timeline-"));
  const server = await startServer(binary, data);
  const { origin } = server;
  const doctor = await device(browser, LAPTOP, origin);
  const phone = await device(browser, PHONE, origin);
  const desk = doctor.page;
  const hand = phone.page;
  const rows = hand.locator(".day .rows > li");
  const chip = (name) => hand.getByRole("navigation", { name: "Show only" }).getByRole("link", { name, exact: true });

  const write = async (words) => {
    await goTo(hand, "Today");
    await hand.getByRole("link", { name: /Write freely/ }).click();
    await hand.getByRole("textbox").fill(words);
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.waitForURL("**/app/entry/*");
  };

  await test("an empty journal says how small a beginning may be", async () => {
    await setUp(desk, server.setupLink, DOCTOR);
    const link = await invite(desk, "somebody");
    await hand.goto(link);
    await join(hand, CLIENT);
    await goTo(hand, "Journal");
    await hand.getByText("Nothing here yet").waitFor();
    await look(hand, "timeline-empty", screens);
    await goTo(desk, "Clients");
    await desk.getByRole("link", { name: /Maya/ }).click();
    await desk.getByRole("link", { name: "Appointments" }).click();
    await appoint(desk, "Preparation", -24 * 12, "bring the green blanket");
    await appoint(desk, "Dosing session", -24 * 9);
    await appoint(desk, "Dosing session", -24 * 2 - 3);
  });

  await test("what was written stands by day between the sessions, with where each day stands", async () => {
    await write("El corazón late despacio.\n\nThe house by the sea was my grandmother's, and <b>nobody</b> lives there.");
    await hand.getByRole("link", { name: "Share with Dr. Okafor…" }).click();
    await hand.getByRole("button", { name: "Share with Dr. Okafor", exact: true }).click();
    await hand.getByText("Dr. Okafor can read this page.").waitFor();
    await goTo(hand, "Journal");
    await hand.getByText("El corazón late").waitFor();
    await hand.getByText("Your second session", { exact: true }).waitFor();
    await look(hand, "timeline-one", screens);
    await seed(binary, origin, 48);
    await hand.getByText(/2 days after your second session/).waitFor();
    await scrollOnTo(hand, hand.getByText("Your first session", { exact: true }));
    await scrollOnTo(hand, hand.getByText("Preparation", { exact: true }));
    await hand.evaluate(() => scrollTo(0, 0));
    await look(hand, "timeline", screens);
    await lookLarge(hand, "timeline", screens);
  });

  await test("filters are in the address, and back takes the last one off", async () => {
    await chip("Check-ins").click();
    await hand.waitForURL("**/app/journal?of=check-ins");
    await hand.getByText("12 things here").waitFor();
    assert.equal(await hand.getByText("Your second session", { exact: true }).count(), 0);
    await chip("Shared").click();
    await hand.getByText("Nothing here fits that.").waitFor();
    await look(hand, "timeline-none", screens);
    await chip("Check-ins").click();
    await hand.waitForURL("**/app/journal?seen=shared");
    await hand.getByText("One thing here").waitFor();
    await numbers(rows, 1);
    await look(hand, "timeline-filter", screens);
    await hand.goBack();
    await hand.goBack();
    await hand.getByText("12 things here").waitFor();
    await hand.goBack();
    await hand.getByText("Your second session", { exact: true }).waitFor();
    assert.ok(hand.url().endsWith("/app/journal"));
    await chip("Sessions").click();
    await hand.getByText("3 things here").waitFor();
    await hand.goBack();
  });

  await test("search finds words in any order whatever their case and marks, and shows them marked in their place", async () => {
    const search = hand.getByRole("searchbox", { name: "Search your words" });
    await search.fill("GRANDMOTHER corazon");
    await hand.getByText(/things? here/).waitFor();
    const hits = hand.locator("mark");
    await hits.first().waitFor();
    assert.ok((await hits.allInnerTexts()).every((hit) => /^(corazón|grandmother)$/i.test(hit)));
    await search.fill('"late despacio" sea');
    await hand.getByText("One thing here").waitFor();
    await lines(hits, ["late despacio", "sea"]);
    await hand.getByText("<b>nobody</b>").waitFor();
    await look(hand, "timeline-search", screens);
    assert.ok(!/late|sea/.test(hand.url()), "words that are searched for are not in the browser's history");
    await hand.locator(".row-link").click();
    await hand.waitForURL("**/app/entry/*");
    await hand.locator(".words", { hasText: "nobody" }).waitFor();
    await hand.goBack();
    await hand.getByText("One thing here").waitFor();
    await holds(search, '"late despacio" sea');
    // What stands in the plan, in the line of its appointment.
    await search.fill("green blanket");
    await hand.getByRole("listitem").getByText("Preparation · bring the green blanket").waitFor();
    await hand.getByText("One thing here").waitFor();
    await lines(hits, ["green", "blanket"]);
    await phone.context.setOffline(true);
    await search.fill("zephyr");
    await hand.locator("mark").waitFor();
    await search.fill("no such words");
    await hand.getByText("Nothing here fits that.").waitFor();
    await phone.context.setOffline(false);
    await goTo(hand, "Today");
    await goTo(hand, "Journal");
    await holds(search, "");
  });

  await test("the safety plan stands in no day, and search finds it and leads to it", async () => {
    const search = hand.getByRole("searchbox", { name: "Search your words" });
    await hand.getByRole("link", { name: "You", exact: true }).click();
    await hand.getByRole("link", { name: /My safety plan/ }).click();
    await hand.getByLabel("Warning signs").fill("I stop answering the phone.");
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.goBack();
    await goTo(hand, "Journal");
    await rows.first().waitFor();
    assert.equal(await hand.getByText("I stop answering").count(), 0);
    await search.fill("phone answering");
    await hand.getByText("One thing here").waitFor();
    await lines(hand.locator("mark"), ["answering", "phone"]);
    await hand.locator(".row-link", { hasText: "My safety plan" }).click();
    await hand.waitForURL("**/app/you/plan");
    await hand.getByText("I stop answering the phone.").waitFor();
    await hand.goBack();
    await hand.getByText("One thing here").waitFor();
    await search.fill("");
  });

  await test("it reads like a book, a day to a page, with the sessions between, and back turns a page back", async () => {
    await hand.getByRole("link", { name: "Read it like a book" }).click();
    const day = hand.getByRole("heading", { level: 1 });
    await hand.getByText(/^Day 1 of \d+/).waitFor();
    const first = await day.innerText();
    await hand.getByRole("button", { name: "Later" }).click();
    await hand.getByText(/^Day 2 of \d+/).waitFor();
    const second = await day.innerText();
    assert.notEqual(second, first);
    await hand.waitForFunction(() => document.activeElement?.id === "day");
    await hand.keyboard.press("ArrowRight");
    await hand.getByText(/^Day 3 of \d+/).waitFor();
    await hand.goBack();
    await hand.getByText(/^Day 2 of \d+/).waitFor();
    await hand.getByRole("link", { name: "from your last session" }).click();
    await hand.getByText(/^Your second session/).waitFor();
    await hand.getByText("the day of your second session").waitFor();
    await look(hand, "reread", screens);
    await lookLarge(hand, "reread", screens);
    // Soon after midnight there is a day more than by day.
    const later = hand.getByRole("button", { name: "Later" });
    const end = hand.getByText("This is where you are now.");
    for (let turn = 0; turn < 4 && !(await end.isVisible()); turn += 1) {
      const before = await day.innerText();
      await later.click();
      await becomes(async () => (await day.innerText()) === before, false);
    }
    await end.waitFor();
    assert.equal(await later.isVisible(), false);
    await hand.getByText("<b>nobody</b>").waitFor();
    await look(hand, "reread-end", screens);
    await hand.getByRole("link", { name: "Journal" }).first().click();
    await hand.getByRole("heading", { level: 1, name: "Journal" }).waitFor();
  });

  /** The archive as it lands in the downloads, unpacked. */
  const takenOut = async (page) => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Make the file" }).click();
    await page.getByText("The file is ready. Look in your downloads.").waitFor();
    const file = await download;
    assert.match(file.suggestedFilename(), /^interleaf-\d{4}-\d\d-\d\d\.zip$/);
    const files = unzipped(await readFile(await file.path()));
    const end = (name) => [...files.keys()].filter((one) => one.endsWith(name));
    const [[html], [json]] = [end("/journal.html"), end("/journal.json")];
    return { files, html, data: JSON.parse(files.get(json)), photos: end(".jpg") };
  };

  await test("everything is taken out without a network, as a page to read, the data, and the photos beside them", async () => {
    await goTo(hand, "Today");
    await hand.getByRole("link", { name: /Write freely/ }).click();
    await hand.getByRole("textbox").first().fill("The window, and the <i>light</i> in it.");
    await hand.locator("input[type=file]").setInputFiles(await photo(hand));
    await hand.getByRole("img", { name: "A photo" }).waitFor();
    await hand.getByRole("button", { name: "Done" }).last().click();
    await hand.waitForURL("**/app/entry/*");
    await goTo(hand, "Today");
    await hand.getByRole("link", { name: "You", exact: true }).click();
    await synced(hand);
    await hand.getByRole("link", { name: /^Privacy/ }).click();
    await hand.getByRole("link", { name: /Take everything with you/ }).click();
    await hand.getByRole("heading", { level: 1, name: "Take everything with you" }).waitFor();
    await phone.context.setOffline(true);
    const { files, html, data: taken, photos } = await takenOut(hand);
    await look(hand, "export", screens);
    await lookLarge(hand, "export", screens);
    await phone.context.setOffline(false);

    const kinds = new Set(taken.records.map(({ body }) => body.kind));
    for (const kind of ["entry", "check_in", "attachment", "safety_plan", "plan", "pin", "profile"]) assert.ok(kinds.has(kind), kind);
    const attached = taken.records.find(({ body }) => body.kind === "attachment");
    assert.equal(photos.length, 1);
    assert.ok(photos[0].endsWith(attached.file));
    assert.deepEqual([...files.get(photos[0]).subarray(0, 2)], [0xff, 0xd8]);

    const folder = await mkdtemp(path(tmpdir(), "interleaf-taken-"));
    for (const [name, bytes] of files) {
      await mkdir(path(folder, dirname(name)), { recursive: true });
      await writeFile(path(folder, name), bytes);
    }
    const plain = await browser.newContext({ ...PHONE, javaScriptEnabled: false, offline: true });
    const page = await plain.newPage();
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(path(folder, html)).href);
    await page.getByRole("heading", { level: 1, name: `Journal of ${CLIENT.name}` }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    const shown = await page.locator("body").innerText();
    for (const { body } of taken.records) {
      const words = [...(body.answers ?? []).map(({ text }) => text), body.free, body.note, body.signs, body.display_name];
      for (const one of words.filter(Boolean)) assert.ok(shown.includes(one.trim()), `${body.kind}: ${one}`);
    }
    for (const one of ["<b>nobody</b>", "<i>light</i>", "I stop answering the phone.", "Your second session", "My safety plan"]) {
      assert.ok(shown.includes(one), one);
    }
    await numbers(page.locator("article"), taken.records.length);
    assert.equal(await page.locator("b, i, script, iframe, object").count(), 0);
    await numbers(page.locator("img"), 1);
    assert.equal(await page.getByRole("link", { name: "Open the file" }).getAttribute("href"), attached.file);
    assert.deepEqual(asked.filter((url) => !/^(file|data):/.test(url)), [], "nothing is fetched");
    await page.screenshot({ path: `${screens}export-document.png` });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `the document is ${wide} px too wide`);
    await page.getByRole("link", { name: "Open the file" }).click();
    await page.waitForURL(/\.jpg$/);
    await plain.close();
    await rm(folder, { recursive: true, force: true });
  });

  await test("what was never on a device is told to be missing, and is there with a connection", async () => {
    const second = await device(browser, PHONE, origin);
    await signIn(second.page, CLIENT.name, CLIENT.password);
    await synced(second.page);
    await second.page.getByRole("link", { name: "You", exact: true }).click();
    await second.page.getByRole("link", { name: /^Privacy/ }).click();
    await second.page.getByRole("link", { name: /Take everything with you/ }).click();
    await second.page.getByRole("button", { name: "Make the file" }).waitFor();
    await second.context.setOffline(true);
    const without = await takenOut(second.page);
    await second.page.getByText("One recording or photo is not in it").waitFor();
    assert.equal(without.photos.length, 0);
    assert.ok(without.files.get(without.html).toString().includes("Its file is not in this archive"));
    await look(second.page, "export-missing", screens);
    await second.context.setOffline(false);
    await second.page.waitForFunction(() => navigator.onLine);
    const whole = await takenOut(second.page);
    assert.equal(whole.photos.length, 1);
    assert.deepEqual(second.broken, []);
    await second.context.close();
  });

  await test(`with ${MANY} entries and a phone four times slower, unlocking, searching and scrolling stay quick`, async () => {
    await seed(binary, origin, MANY);
    await hand.goto("/app");
    await unlock(hand, CLIENT.password);
    await synced(hand);
    await hand.getByRole("link", { name: "Journal" }).click();
    const slow = await phone.context.newCDPSession(hand);
    const times = {};
    await slow.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    const best = async (name, tries, once) => {
      const all = [];
      for (let at = 0; at < tries; at += 1) all.push(await once());
      times[name] = Math.round(Math.min(...all));
    };
    // From the touch to Today. How long of it the password is stretched, in a worker, is measured for itself, and how
    // long the screen stood still meanwhile.
    const stretched = [];
    const still = [];
    await best("unlock", 3, async () => {
      await hand.goto("/app");
      await hand.getByRole("heading", { name: "Your journal is locked" }).waitFor();
      await hand.getByLabel("Password").fill(CLIENT.password);
      const { all, password, stood } = await hand.evaluate(async () => {
        const { postMessage } = Worker.prototype;
        let asked, answered;
        Worker.prototype.postMessage = function (...what) {
          asked ??= performance.now();
          this.addEventListener("message", () => (answered = performance.now()));
          return postMessage.apply(this, what);
        };
        const began = performance.now();
        document.querySelector("button.main").click();
        let last, stood = 0;
        while (!document.querySelector(".thing")) {
          await new Promise(requestAnimationFrame);
          const now = performance.now();
          if (asked && !answered) {
            stood = Math.max(stood, now - (last ?? asked));
            last = now;
          }
        }
        return { all: performance.now() - began, password: answered - asked, stood };
      });
      stretched.push(password);
      still.push(stood / password);
      return all;
    });
    times.password = Math.round(Math.min(...stretched));
    times.still = Number(Math.min(...still).toFixed(2));
    await best("list", 3, async () => {
      await goTo(hand, "Today");
      await hand.locator(".thing").waitFor();
      return hand.evaluate(async () => {
        const began = performance.now();
        document.querySelector('.bar a[href="/app/journal"]').click();
        while (document.querySelectorAll(".day").length < 2) await new Promise(requestAnimationFrame);
        return performance.now() - began;
      });
    });
    await hand.waitForFunction(() => !document.body.innerText.includes("Still looking"));
    for (const typed of TYPED) {
      await best(`search “${typed}”`, 3, async () => {
        await hand.locator("#search").fill("");
        await hand.waitForFunction(() => document.querySelector(".found").innerText === "");
        return hand.evaluate(async (typed) => {
          const field = document.querySelector("#search");
          const began = performance.now();
          field.value = typed;
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
          while (!document.querySelector("mark")) await new Promise(requestAnimationFrame);
          return performance.now() - began;
        }, typed);
      });
    }
    await hand.locator("#search").fill("");
    const scrolled = await hand.evaluate(async () => {
      const frames = [];
      let last = performance.now();
      const end = last + 3_000;
      let most = 0;
      while (last < end) {
        scrollBy(0, 400);
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        frames.push(now - last);
        last = now;
        most = Math.max(most, document.querySelectorAll(".day").length);
      }
      frames.sort((a, b) => a - b);
      const at = (part) => Math.round(frames[Math.floor((frames.length - 1) * part)]);
      const gaps = document.querySelector(".day").getBoundingClientRect().top > innerHeight;
      return { frames: frames.length, half: at(0.5), most95: at(0.95), most, y: Math.round(scrollY), gaps };
    });
    times.scroll = scrolled;
    console.log(`        ${SQUEEZED ? "squeezed" : "not squeezed"}, ${MANY} entries, 4x: ${JSON.stringify(times)}`);
    assert.ok(scrolled.most < 60, "only the days near the screen are there");
    assert.ok(!scrolled.gaps, "what is on the screen is there");
    await slow.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    // Of the list the reach itself, which is far; of the rest twice the reach, so that no noise on a shared machine fails it.
    const slower = SQUEEZED ? 1 : 40;
    assert.ok(times.password > 0 && times.password < times.unlock, `stretching took ${times.password} ms`);
    assert.ok(times.still > 0 && times.still < 0.5, `the screen stood still for ${times.still} of it`);
    assert.ok(times.unlock < 8_000 * slower, `unlocking took ${times.unlock} ms`);
    assert.ok(times.list < 800 * slower, `the list took ${times.list} ms`);
    for (const typed of TYPED) {
      assert.ok(times[`search “${typed}”`] < 200 * slower, `searching “${typed}” took ${times[`search “${typed}”`]} ms`);
    }
    assert.ok(scrolled.most95 < 150 * slower, `of a hundred frames five took over ${scrolled.most95} ms`);
  });

  await test("coming back from a page, the list is where it was", async () => {
    const first = () =>
      hand.evaluate(() => {
        const row = [...document.querySelectorAll(".row-link")].find((row) => row.getBoundingClientRect().top > 100);
        return { way: row.getAttribute("href"), top: Math.round(row.getBoundingClientRect().top) };
      });
    const before = await first();
    await hand.locator(`a[href="${before.way}"]`).click();
    await hand.waitForURL(`**${before.way}`);
    await hand.goBack();
    await hand.locator(`a[href="${before.way}"]`).waitFor();
    await hand.waitForFunction(
      ({ way, top }) => Math.abs(document.querySelector(`a[href="${way}"]`).getBoundingClientRect().top - top) < 30,
      before,
    );
    await hand.reload();
    await unlock(hand, CLIENT.password);
    await hand.waitForFunction(
      ({ way, top }) => {
        const row = document.querySelector(`a[href="${way}"]`);
        return row && Math.abs(row.getBoundingClientRect().top - top) < 30;
      },
      before,
    );
    const months = hand.getByLabel("Go to");
    await months.selectOption({ index: 1 });
    const month = await months.evaluate((select) => select.selectedOptions[0].innerText.split(" ")[0]);
    await hand.waitForFunction(
      (month) => {
        const day = [...document.querySelectorAll(".day")].find((day) => day.getBoundingClientRect().bottom > 10);
        return day.querySelector("h2").innerText.includes(month);
      },
      month,
    );
  });

  await test("no page said that something broke while looking back", async () => {
    assert.deepEqual([...doctor.broken, ...phone.broken], []);
  });
  await doctor.context.close();
  await phone.context.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}

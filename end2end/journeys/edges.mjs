// The brief where there is nothing, one page, very much, or nothing but numbers: each on one sheet of paper. And the
// demo, as a newcomer finds it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join as path } from "node:path";
import { promisify } from "node:util";
import { startServer } from "../server.mjs";
import { SOLBERG, makeDemo } from "./demo.mjs";
import { signIn, synced } from "./people.mjs";
import { numbers } from "./seen.mjs";
import { LAPTOP, PHONE, device, look, lookLarge, printedPages } from "./world.mjs";

export async function edges({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-edges-"));
  const server = await startServer(binary, data, { more: ["--demo"] });
  await makeDemo(binary, server);
  const { stdout } = await promisify(execFile)(binary, ["setup-link", "--data", data]);
  const seed = path(dirname(binary), "examples", "caseload");
  await promisify(execFile)(seed, [server.origin, stdout.trim().split("#")[1], "4", "0,1,120,500", "2"]);
  const desk = await device(browser, LAPTOP, server.origin);
  const page = desk.page;

  const open = async (name) => {
    // Who waits for her stands twice.
    await page.getByRole("link", { name }).first().click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await page.getByRole("heading", { name: /^Shared/ }).waitFor();
  };
  const back = async () => {
    await page.getByRole("link", { name: "Clients" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Clients" }).waitFor();
  };
  /** However much there is, one sheet. */
  const onOneSheet = async (what) => {
    for (const range of ["Since we last met", "Everything"]) {
      await page.getByRole("button", { name: range, exact: true }).click();
      for (const format of ["A4", "Letter"]) assert.equal(await printedPages(page, format), 1, `${what}: ${range}, ${format}`);
    }
  };

  await test("the brief of somebody who shared nothing says so, and is one sheet", async () => {
    await signIn(page, "caseload", "four plain words here");
    await page.getByRole("link", { name: "Zora Last" }).waitFor();
    await page.getByText("Everything is synced").waitFor();
    await open("Client 000");
    await page.getByText("No page is shared right now.").waitFor();
    assert.equal(await page.locator(".measures, .chart").count(), 0);
    await look(page, "edge-nothing", screens);
    await lookLarge(page, "edge-nothing", screens);
    await onOneSheet("nothing");
    await page.getByRole("link", { name: "Take out", exact: true }).click();
    await page.getByText("there is nothing to take out").waitFor();
    await page.getByRole("link", { name: "Brief" }).click();
    await back();
  });

  await test("the brief of one page has that page", async () => {
    await open("Client 001");
    await numbers(page.locator(".shared > li"), 1);
    await look(page, "edge-one", screens);
    await onOneSheet("one");
    await back();
  });

  await test("the brief of five hundred records opens at once, and is one sheet", async () => {
    const slow = await desk.context.newCDPSession(page);
    await slow.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    const opened = await page.evaluate(
      () =>
        new Promise((done) => {
          const link = [...document.querySelectorAll("a.case")].find((one) => one.textContent.includes("Zora Last"));
          const began = performance.now();
          const look = () => requestAnimationFrame(() => (document.querySelector(".shared-of") ? done(performance.now() - began) : look()));
          link.click();
          look();
        }),
    );
    await slow.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    console.log(`        a brief of 500 records: ${Math.round(opened)} ms at 4x slowdown`);
    await page.getByRole("heading", { level: 1, name: "Zora Last" }).waitFor();
    await page.getByRole("img", { name: /^PHQ-9: .*; \d+ sessions?$/ }).waitFor();
    await look(page, "edge-much", screens);
    await lookLarge(page, "edge-much", screens);
    // What was said is counted as much of it as paper has no room for.
    await page.getByRole("button", { name: "Everything", exact: true }).click();
    await numbers(page.locator(".said > li"), 200);
    await page.emulateMedia({ media: "print" });
    await numbers(page.locator(".said > li:visible"), 1);
    await page.getByRole("heading", { name: "Said with a check-in" }).getByText("199 more in the app.", { exact: true }).waitFor();
    await page.emulateMedia({ media: null });
    await onOneSheet("much");
  });

  await test("the brief of somebody with very much of all that has no end is one sheet, and says what stands on the screen only", async () => {
    await back();
    await open("Client 002");
    const care = page.getByRole("region", { name: "Safety" });
    await numbers(care.locator(".alerted"), 8, "on the screen all of them stand");
    await numbers(page.locator(".brought > li"), 14);
    await page.getByText("Step 12:").waitFor();
    await look(page, "edge-full", screens);
    await page.emulateMedia({ media: "print" });
    await numbers(care.locator(".alerted:visible"), 3);
    await care.getByText("10 more in the app.", { exact: true }).waitFor();
    await numbers(page.locator(".brought > li:visible"), 5);
    await page.getByText("9 more in the app.", { exact: true }).waitFor();
    // Of what grew, the newest.
    await page.getByText("Step 12:").waitFor();
    assert.equal(await page.getByText("Step 1:").isVisible(), false);
    await numbers(page.getByText(/\d+ more in the app\./), 3);
    await numbers(page.locator(".said > li:visible"), 1);
    await page.getByRole("heading", { name: "Said with a check-in" }).getByText("One more in the app.").waitFor();
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.screenshot({ path: `${screens}edge-full-print.png`, fullPage: true });
    await page.setViewportSize(LAPTOP.viewport);
    await page.emulateMedia({ media: null });
    await onOneSheet("all that has no end");
    await back();
    await open("Zora Last");
  });

  await test("a cell of the table of days leads to its check-in", async () => {
    await page.getByRole("button", { name: "The last two weeks", exact: true }).click();
    const table = page.locator(".course .course-table");
    await table.locator("summary").click();
    const cell = table.getByRole("cell").getByRole("link").first();
    const word = await cell.innerText();
    await page.screenshot({ path: `${screens}edge-table.png`, fullPage: true });
    await cell.click();
    await page.getByRole("heading", { level: 1, name: /check-in/i }).waitFor();
    if (!/^\d+$/.test(word)) await page.getByText(word).first().waitFor();
    await page.getByRole("link", { name: "Brief" }).click();
    await page.getByRole("heading", { level: 1, name: "Zora Last" }).waitFor();
    assert.deepEqual(desk.broken, []);
    await desk.context.close();
  });

  await test("the brief of somebody who shares only numbers has the numbers and no word", async () => {
    const other = await device(browser, LAPTOP, server.origin);
    const page = other.page;
    await signIn(page, SOLBERG.name, SOLBERG.password);
    await page.getByText(/quiet for \d\d days/).waitFor();
    await page.getByRole("link", { name: "Walter Brandt" }).click();
    await page.getByRole("img", { name: "PHQ-9: 13, 11, 9; 3 sessions" }).waitFor();
    await numbers(page.locator(".chart"), 3);
    assert.equal(await page.locator(".said, .shared").count(), 0);
    await look(page, "edge-numbers", screens);
    for (const format of ["A4", "Letter"]) assert.equal(await printedPages(page, format), 1, format);
    assert.deepEqual(other.broken, []);
    await other.context.close();
  });

  await test("a demo says that it is one, and two taps lead a newcomer in as a client or as a therapist", async () => {
    const enter = async (kind, called) => {
      const newcomer = await device(browser, kind, server.origin);
      await newcomer.page.goto("/signin");
      await newcomer.page.getByRole("heading", { name: "Have a look around" }).waitFor();
      await newcomer.page.getByText("everything in it is made up").waitFor();
      if (kind === PHONE) {
        await look(newcomer.page, "demo", screens);
        await lookLarge(newcomer.page, "demo", screens);
      }
      await newcomer.page.getByRole("button", { name: called, exact: true }).click();
      await newcomer.page.getByRole("button", { name: "Sign in", exact: true }).click();
      await newcomer.page.waitForURL("**/app");
      await synced(newcomer.page);
      return newcomer;
    };
    const client = await enter(PHONE, "Maya Lindqvist");
    await client.page.getByText(/after your second session/).waitFor();
    const therapist = await enter(LAPTOP, "Dr. Adaeze Okafor");
    await therapist.page.getByRole("heading", { level: 1, name: "Clients" }).waitFor();
    for (const called of ["Maya Lindqvist", "Jonas Reyes", "Ines Caldeira", "Tomas Reed"]) {
      await therapist.page.getByRole("link", { name: called }).first().waitFor();
    }
    assert.deepEqual([...client.broken, ...therapist.broken], []);
    await client.context.close();
    await therapist.context.close();
  });

  await server.stop();
  await rm(data, { recursive: true, force: true });
}

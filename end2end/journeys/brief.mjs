// The end of a therapist's day: the caseload, the brief of each client, on one page of paper, counted in clicks.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { MAYA, OKAFOR, makeDemo } from "./demo.mjs";
import { signIn } from "./people.mjs";
import { numbers } from "./seen.mjs";
import { everyScreen, watched } from "./walk.mjs";
import { LAPTOP, PHONE, look, lookLarge, lookWithFew, printedPages } from "./world.mjs";

/** What a chart is made of, but for the lines that it is read against. */
const DRAWN = [".measure-course .line", ".measure-course .dosing-rule", ".measure-course circle", ".chart .line", ".chart circle", ".chart line.dosing"];

export async function briefJourney({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-brief-"));
  const server = await startServer(binary, data);
  const { origin } = server;
  await makeDemo(binary, server);
  const doctor = await watched(browser, LAPTOP, origin);
  const desk = doctor.page;

  await test("the brief says without a click what was measured, what changed and what is new", async () => {
    await signIn(desk, OKAFOR.name, OKAFOR.password);
    await desk.getByRole("link", { name: /Maya Lindqvist/ }).waitFor();
    await desk.getByText("Everything is synced").waitFor();
    await look(desk, "brief-caseload", screens);
    await lookLarge(desk, "brief-caseload", screens);
    // At four times the slowness, from the tap to the last line of the brief.
    const slow = await doctor.context.newCDPSession(desk);
    await slow.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    let clicks = 0;
    const began = Date.now();
    for (const name of ["Maya Lindqvist", "Jonas Reyes", "Maya Lindqvist"]) {
      await desk.getByRole("link", { name: new RegExp(name) }).click();
      await desk.getByRole("heading", { level: 1, name }).waitFor();
      await desk.getByRole("heading", { name: /^Shared/ }).waitFor();
      await desk.getByRole("link", { name: "Clients" }).first().click();
      await desk.getByRole("heading", { level: 1, name: "Clients" }).waitFor();
      clicks += 2;
    }
    const seconds = (Date.now() - began) / 1000;
    await slow.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    console.log(`        three briefs: ${clicks} clicks, ${seconds.toFixed(1)} s at 4x slowdown`);
    assert.equal(clicks, 6);
    await desk.getByRole("link", { name: /Maya Lindqvist/ }).click();
    const measures = desk.locator(".measures");
    await measures.getByRole("img", { name: "PHQ-9: 21, 14, 9" }).waitFor();
    await measures.getByRole("button", { name: "9, mild" }).waitFor();
    await measures.getByText("response", { exact: true }).waitFor();
    await measures.getByText(/−57 %, from 21 on/).waitFor();
    await measures.getByText("no reliable change").waitFor();
    await desk.getByRole("heading", { name: "After session 2" }).waitFor();
    await look(desk, "brief-full", screens);
    await lookLarge(desk, "brief-full", screens);
    await lookWithFew(desk, "brief-full", screens, DRAWN.join());
  });

  await test("a figure shows the records that it was made of, and leads to them", async () => {
    const back = () => desk.getByRole("link", { name: "Brief" }).click();
    const phq = desk.locator(".measure").filter({ hasText: "PHQ-9" });
    const behind = phq.locator(".behind").getByRole("link");
    for (const [name, many] of [[/^response \(−57 %/, 2], [/^From the one before: −5/, 2], [/^21 → 14 → 9, mild/, 3]]) {
      await phq.getByRole("button", { name, expanded: false }).click();
      await numbers(behind, many, `${name}`);
      if (many === 3) break;
      await phq.getByRole("button", { name, expanded: true }).click();
    }
    await look(desk, "brief-figure", screens);
    await behind.first().click();
    await desk.getByRole("heading", { level: 1, name: "PHQ-9" }).waitFor();
    await desk.getByText("9, mild").waitFor();
    await look(desk, "brief-measure", screens);
    await back();
    await desk.locator(".chart-band").getByRole("link").first().click();
    await desk.getByRole("heading", { level: 1, name: /check-in/i }).waitFor();
    await back();
    await desk.getByRole("link", { name: /^\d+ hours since session 2 \(Lozenge, 200 mg\)$/ }).click();
    await desk.getByRole("heading", { level: 1, name: "Plan" }).waitFor();
    await back();
  });

  await test("what is open under a figure stays open, and its rows the same, when the brief is another one", async () => {
    const figure = desk.locator(".brief-figures .figure").last();
    await figure.getByRole("button", { expanded: false }).click();
    const row = await figure.locator(".behind").getByRole("link").first().elementHandle();
    const table = desk.locator(".course .course-table");
    await table.locator("summary").click();
    // Another range is another brief, with the same check-ins at the top.
    await desk.getByRole("button", { name: "Everything", exact: true }).click();
    await desk.getByRole("region", { name: "Safety" }).waitFor();
    assert.ok(await row.evaluate((row) => row.isConnected), "the row is still there");
    await figure.getByRole("button", { expanded: true }).waitFor();
    assert.equal(await table.evaluate((table) => table.open), true, "the table is still open");
    await desk.getByRole("button", { name: "Since we last met" }).click();
    await desk.getByRole("region", { name: "Safety" }).waitFor({ state: "detached" });
    await table.locator("summary").click();
    await figure.getByRole("button", { expanded: true }).click();
  });

  await test("an older answer that asks for care stands on top when one looks further back", async () => {
    assert.equal(await desk.getByRole("region", { name: "Safety" }).count(), 0);
    await desk.getByRole("button", { name: "Everything", exact: true }).click();
    const care = desk.getByRole("region", { name: "Safety" });
    await care.getByText(/PHQ-9, item 9: 1 on/).first().waitFor();
    await care.getByText("not a risk assessment").waitFor();
    await look(desk, "brief-everything", screens);
    await desk.getByRole("button", { name: "Since we last met" }).click();
  });

  await test("it prints to one page of A4 and of Letter, with little and with everything", async () => {
    for (const range of ["Since we last met", "Everything"]) {
      await desk.getByRole("button", { name: range, exact: true }).click();
      for (const format of ["A4", "Letter"]) {
        assert.equal(await printedPages(desk, format), 1, `${range} on ${format}`);
      }
    }
    await desk.emulateMedia({ media: "print" });
    await desk.screenshot({ path: `${screens}brief-print.png`, fullPage: true });
    await desk.emulateMedia({ media: null });
    await desk.getByRole("link", { name: "Clients" }).first().click();
  });

  await test("from one unread page one comes to the next, until none is left", async () => {
    await desk.getByRole("link", { name: /Maya Lindqvist/ }).click();
    const heading = await desk.getByRole("heading", { name: /^Shared/ }).innerText();
    const unread = Number(heading.match(/(\d+) unread/)[1]);
    assert.ok(unread > 1, heading);
    await desk.locator(".shared .unread a").first().click();
    for (let left = unread - 1; left > 0; left -= 1) {
      const here = desk.url();
      await desk.getByRole("link", { name: "Next unread page" }).click();
      await desk.waitForURL((url) => url.href !== here);
    }
    await desk.getByText("Nothing else is unread.").waitFor();
    await look(desk, "read-last", screens);
    await desk.getByRole("link", { name: "Brief" }).click();
    await desk.getByRole("heading", { name: /^Shared/ }).waitFor();
    assert.equal(await desk.locator(".shared .unread").count(), 0);
    await desk.getByRole("link", { name: "Clients" }).first().click();
  });

  await test("every screen of a therapist and of a client keeps to its policy, asks nobody else and names what can be worked", async () => {
    assert.ok((await everyScreen(doctor, "Therapist")) > 15);
    const phone = await watched(browser, PHONE, origin);
    await signIn(phone.page, MAYA.name, MAYA.password);
    await phone.page.locator(".thing").first().waitFor();
    assert.ok((await everyScreen(phone, "Client")) > 35);
    await phone.context.close();
  });
  await doctor.context.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}

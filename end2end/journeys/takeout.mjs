// A therapist takes out what a client shared: each file is opened, and holds what was shared and nothing else.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { MAYA, OKAFOR, SOLBERG, makeDemo } from "./demo.mjs";
import { signIn, writeFreely } from "./people.mjs";
import { numbers } from "./seen.mjs";
import { unzipped } from "./unzip.mjs";
import { LAPTOP, PHONE, device, look, lookLarge, printedPages } from "./world.mjs";

/** Two intentions, what became clear, and the steps it became: each a document of its own beside the pages. */
const GREW = 6;

const Validator = createRequire(import.meta.url)("@asymmetrik/fhir-json-schema-validator");
/** What is wrong with a resource. */
const wrong = (resource) => new Validator().validate(resource, true);

/** Maya kept these for herself. */
const PRIVATE = ["Same two songs in my head", "Slept without the radio on"];

export async function takeOut({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-takeout-"));
  const server = await startServer(binary, data);
  const { origin } = server;
  await makeDemo(binary, server);
  const doctor = await device(browser, LAPTOP, origin);
  const desk = doctor.page;
  let counts;

  /** Presses a button and reads what was downloaded. */
  const downloaded = async (button, page = desk) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    await page.getByText("The file is ready. Look in your downloads.").waitFor();
    const bytes = await readFile(await download.path());
    for (const words of PRIVATE) assert.equal(bytes.includes(words), false, words);
    return { name: download.suggestedFilename(), bytes };
  };

  await test("what a client shared can be taken out from their page, and it is said what that means", async () => {
    await signIn(desk, OKAFOR.name, OKAFOR.password);
    await desk.getByRole("link", { name: /Maya Lindqvist/ }).click();
    await desk.getByRole("link", { name: "Take out", exact: true }).click();
    await desk.getByRole("heading", { level: 1, name: "Take out the shared record" }).waitFor();
    await desk.getByText("What you take out is no longer protected.").waitFor();
    const line = await desk.getByText(/^\d+ pages · \d+ check-ins · \d+ questionnaires$/).innerText();
    counts = line.match(/\d+/g).map(Number);
    await look(desk, "takeout", screens);
    await lookLarge(desk, "takeout", screens);
  });

  await test("the document reads and prints without anything else", async () => {
    // Without the server.
    await doctor.context.setOffline(true);
    const { name, bytes } = await downloaded("Make the document");
    assert.match(name, /^maya-lindqvist-record-\d{4}-\d\d-\d\d\.html$/);
    const paper = await browser.newContext({ javaScriptEnabled: false, offline: true });
    const page = await paper.newPage();
    await page.setContent(bytes.toString());
    await page.getByRole("heading", { level: 1, name: "Shared record of Maya Lindqvist" }).waitFor();
    await numbers(page.getByText("Total: 9"), 1);
    assert.equal(await page.getByRole("link", { name: /^http/ }).count(), 0);
    assert.ok((await printedPages(page)) >= 2);
    await page.screenshot({ path: `${screens}takeout-document.png` });
    await page.emulateMedia({ media: "print" });
    await page.screenshot({ path: `${screens}takeout-print.png`, fullPage: true });
    await paper.close();
  });

  await test("the bundle is FHIR R4, and a broken one is found out", async () => {
    const { name, bytes } = await downloaded("Make the bundle");
    assert.match(name, /\.fhir\.json$/);
    const bundle = JSON.parse(bytes);
    assert.deepEqual(wrong(bundle), []);
    const of = (kind) => bundle.entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === kind);
    const [pages, checkIns, measures] = counts;
    assert.equal(of("DocumentReference").length, pages + GREW);
    assert.equal(of("QuestionnaireResponse").length, measures);
    assert.equal(of("Observation").length, checkIns + measures);
    assert.deepEqual(of("Patient").map(({ name }) => name), [[{ use: "usual", text: "Maya Lindqvist" }]]);
    const totals = of("Observation").filter(({ code }) => code.coding[0].code === "44261-6");
    assert.deepEqual(totals.map(({ valueInteger }) => valueInteger), [21, 14, 9]);
    const day = /T.*/;
    for (const spoil of [
      (broken) => (broken.entry[0].resource.name = "Maya"),
      (broken) => (broken.entry.at(-1).resource.status = 1),
      (broken) => (broken.timestamp = broken.timestamp.replace(day, "")),
      (broken) => (broken.entry[1].resource.item[0].answer[0].valueText = "x"),
      (broken) => (broken.entry[1].resource.resourceType = "Questionnaires"),
    ]) {
      const broken = structuredClone(bundle);
      spoil(broken);
      assert.notDeepEqual(wrong(broken), [], spoil.toString());
    }
  });

  await test("the tables hold every check-in and every questionnaire", async () => {
    const { name, bytes } = await downloaded("Make the tables");
    assert.match(name, /\.zip$/);
    const files = unzipped(bytes);
    const [checkIns, measures] = [...files].map(([name, bytes]) => [name.split("/")[1], bytes.toString().split("\r\n")]);
    assert.equal(checkIns[0], "check-ins.csv");
    assert.match(checkIns[1][0], /^\ufeffDay,Made,"Mood, 1 low to 5 light",/);
    assert.equal(checkIns[1].length, counts[1] + 2);
    assert.equal(measures[0], "questionnaires.csv");
    assert.equal(measures[1].length, counts[2] + 2);
    assert.match(measures[1][1], /^\d{4}-\d\d-\d\d \d\d:\d\d,(PHQ-9|GAD-7),\d+,/);
    await doctor.context.setOffline(false);
  });

  await test("how far a file is stays said, and its button where it was, when something comes in meanwhile", async () => {
    await doctor.context.setOffline(false);
    const phone = await device(browser, PHONE, origin);
    const hand = phone.page;
    await signIn(hand, MAYA.name, MAYA.password);
    await downloaded("Make the bundle");
    const button = await desk.getByRole("button", { name: "Make the bundle" }).elementHandle();
    await writeFreely(hand);
    await hand.getByRole("textbox").fill("Something more for the hour.");
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.waitForURL("**/app/entry/*");
    await hand.getByRole("link", { name: /^Share with/ }).click();
    await hand.getByRole("button", { name: /^Share with/ }).click();
    await hand.getByText(/can read this page/).waitFor();
    await desk.getByText(new RegExp(`^${counts[0] + 1} pages · `)).waitFor();
    await desk.getByText("The file is ready. Look in your downloads.").waitFor();
    assert.ok(await button.evaluate((button) => button.isConnected), "the button is still there");
    assert.deepEqual(phone.broken, []);
    await phone.context.close();
  });

  await test("of somebody who let her therapist know of an answer, and of somebody who shares numbers only, it is FHIR R4, too", async () => {
    const other = await device(browser, LAPTOP, origin);
    await signIn(other.page, SOLBERG.name, SOLBERG.password);
    await desk.getByRole("link", { name: "Brief" }).click();
    await desk.getByRole("link", { name: "Clients" }).first().click();
    // Who waits for her stands twice.
    await desk.getByRole("link", { name: /Tomas Reed/ }).first().click();
    await desk.getByRole("region", { name: "Safety" }).getByText(/PHQ-9, item 9: /).first().waitFor();
    await other.page.getByRole("link", { name: /Walter Brandt/ }).click();
    const bundles = [];
    for (const page of [desk, other.page]) {
      await page.getByRole("link", { name: "Take out", exact: true }).click();
      const { bytes } = await downloaded("Make the bundle", page);
      bundles.push(JSON.parse(bytes).entry.map(({ resource }) => resource));
      assert.deepEqual(wrong(JSON.parse(bytes)), []);
    }
    const [told, bare] = bundles.map((all) => (kind) => all.filter(({ resourceType }) => resourceType === kind));
    for (const of of [told, bare]) {
      assert.equal(of("Patient").length, 1);
      assert.ok(of("QuestionnaireResponse").length > 0 && of("Observation").length > 0);
    }
    assert.ok(told("DocumentReference").length > 0);
    assert.deepEqual(bare("DocumentReference"), [], "words of somebody who shares numbers");
    assert.deepEqual(other.broken, []);
    await other.context.close();
  });

  await test("on a phone, in Spanish, it is the same", async () => {
    const pocket = await device(browser, { ...PHONE, locale: "es-MX" }, origin);
    const page = pocket.page;
    await page.goto("/signin");
    await page.getByLabel("Nombre de acceso").fill(OKAFOR.name);
    await page.getByLabel(/^Contraseña/).fill(OKAFOR.password);
    await page.getByRole("button", { name: "Entrar" }).click();
    await page.getByRole("link", { name: /Jonas Reyes/ }).click();
    await page.getByRole("link", { name: "Sacar", exact: true }).click();
    await page.getByRole("button", { name: "Hacer el documento" }).waitFor();
    await look(page, "takeout-phone", screens);
    assert.deepEqual(pocket.broken, []);
    await pocket.context.close();
  });

  await test("no page said that something broke", async () => assert.deepEqual(doctor.broken, []));
  await doctor.context.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}

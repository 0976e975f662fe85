// Answering what was shared, and the notes that stay with the therapist.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { appoint, goTo, invite, join, setUp, signIn, synced, unlock } from "./people.mjs";
import { holds, lines } from "./seen.mjs";
import { LAPTOP, PHONE, device, look, lookLarge } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const MAYA = { name: "maya", password: "river stone lamp kettle", called: "Maya" };

export async function reading({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-reading-"));
  const server = await startServer(binary, data);
  const doctor = await device(browser, LAPTOP, server.origin);
  const phone = await device(browser, PHONE, server.origin);
  let desk = doctor.page;
  const hand = phone.page;

  const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
  /** The tab dies without a word, half a second after the last key; the same screen is opened again. */
  const killed = async () => {
    await desk.waitForTimeout(500);
    const where = desk.url();
    const crash = await doctor.context.newCDPSession(desk);
    crash.send("Page.crash").catch(() => {});
    await desk.waitForEvent("crash");
    await desk.close();
    desk = doctor.page = await doctor.context.newPage();
    await desk.goto(where);
    await unlock(desk, DOCTOR.password);
  };
  const row = () => hand.getByRole("link", { name: /Dr\. Okafor wrote to you/ });

  await test("reading: an answer survives a killed tab, and is nobody else's until it is sent", async () => {
    await setUp(desk, server.setupLink, DOCTOR);
    await hand.goto(await invite(desk, "somebody"));
    await join(hand, MAYA);
    await hand.getByRole("link", { name: /Write freely/ }).click();
    await hand.getByRole("textbox").fill("The house by the sea was my grandmother's.");
    await press(hand, "Done");
    await hand.getByRole("link", { name: "Share with Dr. Okafor…" }).click();
    await press(hand, "Share with Dr. Okafor");
    await hand.getByText("Dr. Okafor can read this page.").waitFor();
    await goTo(hand, "Today");
    await goTo(desk, "Clients");
    await desk.getByRole("link", { name: /Maya/ }).click();
    await desk.getByRole("link", { name: /The house by the sea/ }).click();
    await press(desk, "Thank you for sharing this.");
    const field = desk.getByLabel("A few words back");
    await holds(field, "Thank you for sharing this.");
    await field.pressSequentially(" Bring the house along on Thursday.");
    await killed();
    const again = desk.getByLabel("A few words back");
    await holds(again, "Thank you for sharing this. Bring the house along on Thursday.");
    await look(desk, "read-answer", screens);
    await lookLarge(desk, "read-answer", screens);
    await synced(hand);
    assert.equal(await row().count(), 0);
  });

  await test("reading: sent, it can be taken back for a moment; then it stands beside the page", async () => {
    await press(desk, "Send");
    await press(desk, "Undo");
    await desk.getByLabel("A few words back").waitFor();
    await press(desk, "Send");
    await desk.getByText("Answer sent").waitFor();
    // Leaving settles it at once.
    await desk.reload();
    await unlock(desk, DOCTOR.password);
    await row().waitFor();
    await look(hand, "today-answer", screens);
    await row().click();
    await hand.getByRole("heading", { name: "From Dr. Okafor" }).waitFor();
    await hand.getByText("Bring the house along on Thursday.").waitFor();
    await look(hand, "entry-answer", screens);
    await lookLarge(hand, "entry-answer", screens);
    await desk.getByText(/ · read /).waitFor();
    await look(desk, "read-answered", screens);
    await goTo(hand, "Journal");
    await hand.getByRole("searchbox", { name: "Search your words" }).fill("house thursday");
    await hand.locator(".row-link", { hasText: "From Dr. Okafor" }).waitFor();
    await lines(hand.locator("mark"), ["house", "Thursday"]);
    await goTo(hand, "Today");
    await hand.getByRole("heading", { level: 1 }).waitFor();
    assert.equal(await row().count(), 0);
  });

  await test("reading: other words say that they are, and a deleted answer is gone on the phone, too", async () => {
    await press(desk, "Edit");
    await desk.getByLabel("A few words back").fill("Thank you. Bring the house along on Friday.");
    await press(desk, "Save the change");
    await desk.getByText(/ · edited/).waitFor();
    await row().click();
    await hand.getByText("Bring the house along on Friday.").waitFor();
    await hand.getByText(/ · edited/).waitFor();
    await press(desk, "Delete");
    await press(desk, "Undo");
    await desk.getByText("Bring the house along on Friday.").waitFor();
    await press(desk, "Delete");
    await desk.getByText("Answer deleted").waitFor();
    await desk.getByRole("link", { name: "Brief" }).first().click();
    await desk.reload();
    await unlock(desk, DOCTOR.password);
    await hand.getByText("Bring the house along on Friday.").waitFor({ state: "detached" });
    await hand.getByText("The house by the sea was my grandmother's.").waitFor();
  });

  await test("reading: a note about an hour is kept while it is typed, survives a killed tab, and nobody else has it", async () => {
    await desk.locator('a[href$="/plan"]').first().click();
    await appoint(desk, "Integration", 30);
    await desk.goBack();
    await desk.getByRole("link", { name: "Session notes" }).click();
    await desk.getByRole("heading", { level: 1, name: "Session notes" }).waitFor();
    await look(desk, "notes-empty", screens);
    await desk.getByRole("link", { name: /Integration.*no note yet/ }).click();
    await desk.getByLabel("Your note").pressSequentially("Heron canary: the sister comes up again.");
    await killed();
    await holds(desk.getByLabel("Your note"), "Heron canary: the sister comes up again.");
    await look(desk, "note", screens);
    await lookLarge(desk, "note", screens);
    await desk.getByText("saved and synced").waitFor();
    await desk.getByRole("link", { name: "Session notes" }).click();
    await desk.getByRole("link", { name: /Integration.*Heron canary/ }).waitFor();
    await desk.getByRole("link", { name: "A note without an appointment" }).click();
    await desk.getByLabel("Your note").fill("Another heron.");
    await desk.getByRole("link", { name: "Session notes" }).click();
    await desk.getByRole("link", { name: /Another heron/ }).click();
    await press(desk, "Delete this note");
    await press(desk, "Undo");
    await desk.getByRole("link", { name: /Another heron/ }).waitFor();
    await look(desk, "notes", screens);
    await lookLarge(desk, "notes", screens);
    await goTo(hand, "Journal");
    await hand.getByRole("searchbox").fill("heron").catch(() => {});
    assert.equal(await hand.getByText(/heron/i).count(), 0);
  });

  await test("reading: of two notes about one hour, begun on two devices without a network, neither hides the other", async () => {
    const other = await device(browser, LAPTOP, server.origin);
    await signIn(other.page, DOCTOR.name, DOCTOR.password);
    const brief = async (page) => {
      await page.goto("/app");
      await unlock(page, DOCTOR.password);
      await page.getByRole("link", { name: /Maya/ }).first().click();
      await page.getByRole("link", { name: "Session notes" }).waitFor();
    };
    await brief(desk);
    await desk.locator('a[href$="/plan"]').first().click();
    await appoint(desk, "Preparation", -50);
    await desk.goBack();
    await synced(desk);
    for (const page of [desk, other.page]) {
      await brief(page);
      await page.getByRole("link", { name: "Session notes" }).click();
      await page.getByRole("link", { name: /Preparation.*no note yet/ }).waitFor();
      // The part of the app that notes are written with is here before the network goes.
      await page.getByRole("link", { name: /Heron canary/ }).click();
      await holds(page.getByLabel("Your note"), "Heron canary: the sister comes up again.");
      await page.getByRole("link", { name: "Session notes" }).click();
    }
    for (const [{ context }, page, words] of [[doctor, desk, "Plover, from the desk."], [other, other.page, "Curlew, from the laptop."]]) {
      await context.setOffline(true);
      await page.getByRole("link", { name: /Preparation.*no note yet/ }).click();
      await page.getByLabel("Your note").fill(words);
      await page.getByText(/^saved on this/).waitFor();
      await page.getByRole("link", { name: "Session notes" }).click();
    }
    for (const { context } of [doctor, other]) await context.setOffline(false);
    for (const page of [desk, other.page]) {
      await page.getByRole("link", { name: /Preparation.*(Plover|Curlew)/ }).waitFor();
      for (const words of [/Plover, from the desk/, /Curlew, from the laptop/]) {
        await page.getByRole("link", { name: words }).waitFor();
      }
      await page.getByRole("link", { name: /Curlew/ }).click();
      await holds(page.getByLabel("Your note"), "Curlew, from the laptop.");
      await page.getByRole("link", { name: "Session notes" }).click();
    }
    assert.deepEqual(other.broken, []);
    await other.context.close();
  });

  await test("reading: nothing broke on a screen, and no word of it was sent in the open", async () => {
    assert.deepEqual([...doctor.broken, ...phone.broken], []);
    const sent = [...doctor.sent, ...phone.sent].join("\n");
    for (const words of ["Heron canary", "Plover", "Bring the house", "grandmother"]) assert.ok(!sent.includes(words), words);
  });

  await phone.context.close();
  await doctor.context.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}

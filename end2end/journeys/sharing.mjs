// Sharing in all its forms: a page, a passage, numbers. What is not shared never leaves as anything a reader could open.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { appoint, goTo, invite, join, setUp, signIn, synced, unlock } from "./people.mjs";
import { LAPTOP, PHONE, device, look, lookLarge } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const MAYA = { name: "maya", password: "river stone lamp kettle", called: "Maya" };
const PAGE = "The attic smelled of quince. I stood there for a long time. My father was in the doorway. Then it was gone.";

export async function sharing({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-sharing-"));
  const server = await startServer(binary, data);
  const doctor = await device(browser, LAPTOP, server.origin);
  const phone = await device(browser, PHONE, server.origin);
  const desk = doctor.page;
  const hand = phone.page;
  let entry;

  const write = async (words) => {
    await goTo(hand, "Today");
    await hand.getByRole("link", { name: /Write freely/ }).click();
    await hand.getByRole("textbox").fill(words);
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.waitForURL("**/app/entry/*");
    return hand.url();
  };

  await test("two people are paired", async () => {
    await setUp(desk, server.setupLink, DOCTOR);
    await hand.goto(await invite(desk, "Maya"));
    await join(hand, MAYA);
    await goTo(desk, "Clients");
    await desk.getByRole("link", { name: /Maya/ }).click();
    await desk.getByRole("link", { name: "Appointments" }).click();
    await appoint(desk, "Dosing session", -30);
    await appoint(desk, "Integration", 46);
    await desk.getByRole("link", { name: "Brief" }).click();
  });

  await test("a passage is marked by touch and by keyboard, seen before it goes, and shared", async () => {
    entry = await write(PAGE);
    await hand.getByRole("link", { name: "Share with Dr. Okafor…" }).click();
    await hand.getByRole("heading", { name: "What Dr. Okafor will see" }).waitFor();
    await look(hand, "share-all", screens);
    await hand.getByLabel("One passage").check();
    await hand.getByText("Nothing goes yet.").waitFor();
    await look(hand, "share-passage-none", screens);
    await hand.getByText("I stood there for a long time.").click();
    await hand.getByText("One sentence is marked.").waitFor();
    await hand.keyboard.press("ArrowDown");
    await hand.keyboard.press("Space");
    await hand.getByText("2 sentences are marked.").waitFor();
    await hand.locator(".seen").getByText("I stood there for a long time. My father was in the doorway.", { exact: true }).waitFor();
    assert.equal(await hand.locator(".seen").getByText("quince").count(), 0);
    await look(hand, "share-passage", screens);
    await lookLarge(hand, "share-passage", screens);
    await hand.getByRole("button", { name: "Share with Dr. Okafor" }).click();
    await hand.getByText("Dr. Okafor can read this passage.").waitFor();
    await hand.getByText("not opened yet").waitFor();
    await look(hand, "entry-passage", screens);
  });

  await test("no page said that something broke", async () => {
    assert.deepEqual([...doctor.broken, ...phone.broken], []);
  });
  await doctor.context.close();
  await phone.context.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}

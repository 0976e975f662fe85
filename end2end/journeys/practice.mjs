// Who comes and who goes: invitations that wait, a colleague who joins, a connection that the therapist ends.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { goTo, invite, join, setUp, synced, unlock } from "./people.mjs";
import { LAPTOP, PHONE, device, look, lookLarge } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const LIND = { name: "colleague", password: "seven quiet lanterns glow", practice: "Lindenhof", called: "Dr. Lind" };
const MAYA = { name: "maya", password: "river stone lamp kettle", called: "Maya" };
const WORDS = "The house by the sea was quiet";

export async function practice({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-practice-"));
  const server = await startServer(binary, data);
  const doctor = await device(browser, LAPTOP, server.origin);
  const lind = await device(browser, LAPTOP, server.origin);
  const phone = await device(browser, PHONE, server.origin);
  const [desk, other, hand] = [doctor.page, lind.page, phone.page];
  const row = (page, name) => page.getByRole("listitem").filter({ hasText: name });
  let setup;

  await test("practice: an invitation that waits says for whom, since when and until when, and can be withdrawn", async () => {
    await setUp(desk, server.setupLink, DOCTOR);
    const link = await invite(desk, "the one with the red scarf");
    await row(desk, "the one with the red scarf").getByText(/Made .+ · works until/).waitFor();
    await desk.getByRole("button", { name: "Withdraw: the one with the red scarf" }).click();
    await desk.getByText("Withdrawn. That link does not work any more.").waitFor();
    await desk.getByText("No link is waiting.").waitFor();
    await hand.goto(link);
    await hand.getByText(/does not work/).first().waitFor();
    await hand.goto(await invite(desk, "M. L."));
    await join(hand, MAYA);
  });

  await test("practice: a colleague joins by a link of the owner's, once", async () => {
    await goTo(desk, "Clients");
    await goTo(desk, "Invite");
    await desk.getByRole("heading", { name: "Colleagues" }).waitFor();
    await desk.getByRole("button", { name: "Invite a colleague" }).click();
    await desk.getByRole("heading", { name: "The link for your colleague" }).waitFor();
    setup = await desk.getByLabel("The link", { exact: true }).inputValue();
    await look(desk, "colleague-link", screens);
    await lookLarge(desk, "colleague-link", screens);
    await setUp(other, setup, LIND);
    // They see nobody else's clients, and cannot invite colleagues themselves.
    await other.getByText("Nobody is here yet").or(other.getByText(/first client/i)).first().waitFor();
    assert.equal(await other.getByText("Maya").count(), 0);
    await goTo(other, "Invite");
    await other.getByText("No link is waiting.").waitFor();
    await synced(other);
    assert.equal(await other.getByRole("heading", { name: "Colleagues" }).count(), 0);
    await goTo(desk, "Clients");
    await goTo(desk, "Invite");
    await row(desk, "Link made").getByText(/^joined /).waitFor();
    assert.equal(await desk.getByRole("button", { name: /^Withdraw: Link made/ }).count(), 0);
  });

  await test("practice: a link that was withdrawn brings nobody in", async () => {
    await desk.getByRole("button", { name: "Invite a colleague" }).click();
    setup = await desk.getByLabel("The link", { exact: true }).inputValue();
    await desk.getByRole("button", { name: /^Withdraw: Link made/ }).click();
    await desk.getByText("Withdrawn. That link does not work any more.").waitFor();
    assert.equal(await desk.getByLabel("The link", { exact: true }).count(), 0);
    await other.context().clearCookies();
    const late = await device(browser, LAPTOP, server.origin);
    await late.page.goto(setup);
    await late.page.getByLabel("Name of the practice").fill("Lindenhof");
    await late.page.getByLabel("Your name, as clients know it").fill("Nobody");
    await late.page.getByLabel("Sign-in name").fill("nobody");
    await late.page.getByLabel(/^Password/).fill("seven quiet lanterns glow");
    await late.page.getByRole("button", { name: "Create account" }).click();
    await late.page.getByText(/does not work|not work any more/).first().waitFor();
    await late.context.close();
  });

  await test("practice: without a network it is said that colleagues cannot be asked about", async () => {
    await goTo(desk, "Clients");
    await doctor.context.setOffline(true);
    await goTo(desk, "Invite");
    await desk.getByText("links for colleagues cannot be shown or made").waitFor();
    await doctor.context.setOffline(false);
  });

  await test("practice: ending a connection says what stays and what goes, and so it is", async () => {
    await hand.goto("/app");
    await unlock(hand, MAYA.password);
    await hand.getByRole("link", { name: "Write freely" }).click();
    await hand.getByRole("textbox").fill(WORDS);
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.getByText(WORDS).waitFor();
    await goTo(desk, "Clients");
    await desk.getByRole("link", { name: /Maya/ }).click();
    await desk.getByRole("link", { name: "End the connection" }).click();
    await desk.getByText("Their journal stays theirs.").waitFor();
    await desk.getByText("You lose what they shared with you, at once").waitFor();
    await look(desk, "part-therapist", screens);
    await desk.getByRole("button", { name: "End the connection" }).click();
    await desk.getByRole("heading", { level: 1, name: "Clients" }).waitFor();
    assert.equal(await desk.getByRole("link", { name: /Maya/ }).count(), 0);
    await hand.goto("/app/journal");
    await unlock(hand, MAYA.password);
    await hand.getByText(WORDS).first().waitFor();
  });

  await test("practice: nothing broke on a screen", async () => {
    assert.deepEqual([...doctor.broken, ...lind.broken, ...phone.broken], []);
  });
  await doctor.context.close();
  await lind.context.close();
  await phone.context.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}

// What breaks around the app: a browser that keeps nothing.
import assert from "node:assert/strict";
import { credentials, invite, unlock } from "./people.mjs";
import { PHONE, device, look, lookLarge } from "./world.mjs";

const KEEPS_NOTHING = "This browser does not let us keep anything here. A private window may be the reason.";

/** Goes on with two people who are there already: a therapist at the page `desk` and their client. */
export async function faults({ browser, origin, desk, doctor, client, screens, test }) {
  await test("a browser that keeps nothing is told of before anything is typed, and no account is begun in it", async () => {
    const other = await device(browser, PHONE, origin);
    await other.context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("no", "SecurityError");
      };
    });
    await other.page.goto("/signin");
    const told = "This browser does not let us keep anything (a private window, perhaps). What you type is only safe once it is synced.";
    await other.page.getByRole("status").getByText(told, { exact: true }).waitFor();
    await credentials(other.page, client.name, client.password);
    await other.page.getByRole("button", { name: "Sign in" }).click();
    await other.page.getByRole("alert").getByText(KEEPS_NOTHING, { exact: true }).waitFor();
    await look(other.page, "storage-unavailable", screens);
    await lookLarge(other.page, "storage-unavailable", screens);
    await desk.goto("/app");
    await unlock(desk, doctor.password);
    await other.page.goto(await invite(desk, "a private window"));
    await other.page.getByLabel("What should your therapist call you?").fill("Jonas");
    await credentials(other.page, "jonas", "even more plain words");
    await other.page.getByRole("button", { name: "Make my journal" }).click();
    await other.page.getByRole("alert").getByText(KEEPS_NOTHING, { exact: true }).waitFor();
    // Whoever goes on in another window has the link and the name still.
    assert.deepEqual(other.sent.filter((text) => /\/api\/v1\/(login|register)\//.test(text)), []);
    assert.deepEqual(other.broken, []);
    await other.context.close();
  });
}

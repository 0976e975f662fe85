// The app's shell in a real browser: it starts under its policy, opens offline, and is not replaced behind anybody's back.
import assert from "node:assert/strict";
import { holds } from "../journeys/seen.mjs";
import { startProxy } from "./proxy.mjs";

const PHONE = { viewport: { width: 390, height: 844 } };
const PATHS = ["/app", "/app/some/where", "/join/abc", "/setup", "/signin", "/recover"];

export async function appShell({ browser, origin, test }) {
  const opened = async (place, path = "/app") => {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    const said = [];
    page.on("console", (message) => message.type() === "error" && said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    await page.goto(place + path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    // What the shell paints of signing in has one, too.
    await page.waitForFunction(() => !document.querySelector(".early"));
    return { context, page, said };
  };
  const kept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active.state));

  await test("the app starts on each of its paths without an error or a policy report", async () => {
    for (const path of PATHS) {
      const { context, page, said } = await opened(origin, path);
      await kept(page);
      // What the API answers to somebody who is not signed in is not the shell's.
      assert.deepEqual(said.filter((text) => !text.includes("status of 40")), [], path);
      await context.close();
    }
  });

  await test("the app and help now open without a network after one visit", async () => {
    const proxy = await startProxy(origin);
    const { context, page } = await opened(proxy.origin);
    await kept(page);
    await proxy.stop();
    for (const path of [...PATHS, "/help"]) {
      await page.goto(proxy.origin + path);
      await page.getByRole("heading", { level: 1 }).waitFor();
    }
    assert.ok(await page.getByText("Australia").isVisible());
    await context.close();
  });

  await test("what a proxy says while the server is away takes the place of no page that is kept", async () => {
    const proxy = await startProxy(origin);
    const { context, page } = await opened(proxy.origin);
    await kept(page);
    proxy.fail(/^\/(?!api\/)/);
    const stand = async () => {
      for (const path of [...PATHS, "/help", "/privacy", "/"]) {
        await page.goto(proxy.origin + path);
        await page.getByRole("heading", { level: 1 }).waitFor();
        assert.equal(await page.getByText("Bad Gateway").count(), 0, path);
      }
    };
    await stand();
    await page.goto(`${proxy.origin}/help`);
    assert.ok(await page.getByText("Australia").isVisible());
    // Nor was it kept.
    await proxy.stop();
    await stand();
    await context.close();
  });

  await test("who types to sign in before the app has started goes on typing when it has", async () => {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    let start;
    const held = new Promise((done) => (start = done));
    await context.route("**/assets/phone-*.wasm", async (route) => (await held, route.continue()));
    await page.goto(`${origin}/signin`, { waitUntil: "commit" });
    await page.getByLabel("Sign-in name").fill("maya");
    await page.getByRole("textbox", { name: "Password" }).pressSequentially("river stone");
    await page.getByLabel("This is my own device").uncheck();
    await page.getByRole("textbox", { name: "Password" }).focus();
    for (let back = 0; back < 5; back += 1) await page.keyboard.press("ArrowLeft");
    // In the very task in which the fields change hands, or a key would go nowhere.
    await page.evaluate(() => {
      new MutationObserver((_, watch) => {
        if (document.querySelector(".early")) return;
        watch.disconnect();
        window.heldBy = document.activeElement.id;
      }).observe(document.body, { childList: true, subtree: true });
    });
    // Nothing could happen yet.
    assert.ok(await page.getByRole("button", { name: "Sign in" }).isDisabled());
    const before = await page.getByRole("button", { name: "Sign in" }).boundingBox();
    start();
    await page.waitForFunction(() => !document.querySelector(".early"));
    assert.equal(await page.evaluate(() => window.heldBy), "password");
    await page.keyboard.type("lamp ");
    await holds(page.getByLabel("Sign-in name"), "maya");
    await holds(page.getByRole("textbox", { name: "Password" }), "river lamp stone");
    assert.ok(!(await page.getByLabel("This is my own device").isChecked()));
    assert.ok(await page.getByRole("button", { name: "Sign in" }).isEnabled());
    assert.deepEqual(await page.getByRole("button", { name: "Sign in" }).boundingBox(), before, "nothing moved");
    assert.equal(await page.evaluate(() => document.documentElement.dataset.at), undefined);
    await context.close();
  });

  await test("while a screen is on its way, help is one tap away", async () => {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    let come;
    const held = new Promise((done) => (come = done));
    await context.route(/\/assets\/(?!phone-).*\.wasm$/, async (route) => (await held, route.continue()));
    await page.goto(`${origin}/recover`);
    await page.getByText("One moment").waitFor();
    assert.ok(await page.getByRole("link", { name: "Help now" }).isVisible());
    come();
    await page.getByRole("textbox").first().waitFor();
    assert.equal(await page.getByText("One moment").count(), 0);
    await context.close();
  });

  await test("the sign-in worker stretches a password as everywhere else", async () => {
    const { context, page } = await opened(origin);
    const key = await page.evaluate(async () => {
      const address = document.querySelector("meta[name=signin-worker]").content;
      const worker = new Worker(address, { type: "module" });
      const next = () => new Promise((heard, broken) => Object.assign(worker, { onmessage: heard, onerror: broken }));
      if ((await next()).data !== "ready") return "not ready";
      const ask = { ask: "stretch", password: "correct horse battery", salt: "BwcHBwcHBwcHBwcHBwcHBw" };
      worker.postMessage(JSON.stringify(ask));
      return JSON.parse((await next()).data).key;
    });
    assert.equal(key, "xaEbp1EovRsu3D-UjK5hOOsE8uPwZt2K3j7RMcerBPI");
    await context.close();
  });

  await test("markup that could run is refused, and scripts from elsewhere", async () => {
    const { context, page } = await opened(origin);
    const refused = await page.evaluate(() => {
      const harmless = ['<p class="a">x</p>', '<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg><!>', '<a href="/help">x</a>'];
      const harmful = [
        "<img src=x onerror=alert(1)>",
        "<script>1</script>",
        '<a href="javascript:1">x</a>',
        '<a href="//elsewhere.example">x</a>',
        '<p onclick="1">x</p>',
        '<p style="color:red">x</p>',
        '<iframe srcdoc="x"></iframe>',
        '<a title="<!--" onclick="1-->">x</a>',
        '<textarea><a title="</textarea><img src=x onerror=alert(1)>">',
        "<b",
      ];
      const takes = (html) => {
        try {
          document.createElement("template").innerHTML = html;
          return true;
        } catch {
          return false;
        }
      };
      let elsewhere = false;
      try {
        elsewhere = Boolean(new Worker("https://elsewhere.example/x.js"));
      } catch {
        // Refused.
      }
      return { lost: harmless.filter((html) => !takes(html)), taken: harmful.filter(takes), elsewhere };
    });
    assert.deepEqual(refused, { lost: [], taken: [], elsewhere: false });
    await context.close();
  });

  await test("a new version waits until it is told, and then the old one is dropped", async () => {
    const proxy = await startProxy(origin);
    const { context, page } = await opened(proxy.origin);
    await kept(page);
    const build = await page.locator("meta[name=build]").getAttribute("content");
    proxy.pretend(build, "ffffffffffff");
    const caches = () => page.evaluate(() => globalThis.caches.keys());
    await page.evaluate(async () => {
      globalThis.same = true;
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      while (registration.waiting?.state !== "installed") await new Promise((later) => setTimeout(later, 50));
    });
    await page.waitForTimeout(500);
    assert.equal(await page.evaluate(() => globalThis.same), true);
    assert.deepEqual((await caches()).sort(), [`interleaf-${build}`, "interleaf-ffffffffffff"].sort());
    await page.evaluate(async () => {
      const taken = new Promise((over) => navigator.serviceWorker.addEventListener("controllerchange", over));
      (await navigator.serviceWorker.ready).waiting.postMessage("take-over");
      await taken;
    });
    assert.equal(await page.evaluate(() => globalThis.same), true);
    for (let tries = 0; tries < 50 && (await caches()).length > 1; tries += 1) await page.waitForTimeout(100);
    assert.deepEqual(await caches(), ["interleaf-ffffffffffff"]);
    await page.reload();
    assert.equal(await page.locator("meta[name=build]").getAttribute("content"), "ffffffffffff");
    await context.close();
    await proxy.stop();
  });
}

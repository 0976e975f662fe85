// Spanish from the first page on, and help that needs nothing: no account, no WebAssembly, no network.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { appoint, goTo, invite, setUp } from "./people.mjs";
import { lines } from "./seen.mjs";
import { LAPTOP, PHONE, device, look, lookLarge } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const MEXICO = { ...PHONE, locale: "es-MX", timezoneId: "America/Mexico_City" };
const TEXT = new URL("../../app/src/text/", import.meta.url).pathname;

/** Every English text that has a Spanish one beside it. */
async function english() {
  const files = (await readdir(TEXT, { recursive: true })).filter((name) => name.endsWith(".rs"));
  const sources = await Promise.all(files.map((name) => readFile(TEXT + name, "utf8")));
  const pairs = sources.join("\n").matchAll(/ =\s+"((?:[^"\\]|\\.)*)",\s*"(?:[^"\\]|\\.)*";/g);
  return new Set([...pairs].map(([, words]) => words.replaceAll(/\\\n\s*/g, "")));
}

/** What is read or heard on the screen. */
const said = (page) =>
  page.evaluate(() => {
    const texts = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      // A button for another language says its name in that language.
      const of = walk.currentNode.parentElement;
      if (of.closest("[lang]")?.lang === document.documentElement.lang) texts.push(walk.currentNode.data.trim());
    }
    for (const name of ["aria-label", "alt", "placeholder", "title"]) {
      for (const one of document.body.querySelectorAll(`[${name}]`)) texts.push(one.getAttribute(name).trim());
    }
    return texts.filter(Boolean);
  });

export async function words({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-words-"));
  const server = await startServer(binary, data);
  const { origin } = server;
  const doctor = await device(browser, LAPTOP, origin);
  const { context, page: hand, broken } = await device(browser, MEXICO, origin);
  const known = await english();
  const spanish = async (where) => {
    // A part of the app may still be on its way.
    await hand.waitForFunction(() => !document.querySelector(".wait"));
    assert.equal(await hand.evaluate(() => document.documentElement.lang), "es", where);
    const texts = await said(hand);
    assert.ok(texts.length > 3, `${where}: ${texts}`);
    assert.deepEqual(texts.filter((text) => known.has(text)), [], where);
  };

  await test("a person whose phone is in Spanish reads no English, from the welcome to the first pages", async () => {
    assert.ok(known.size > 300, `${known.size} words were found`);
    for (const [name, at] of [["welcome", "/"], ["privacy", "/privacy"], ["help", "/help"]]) {
      await hand.goto(at);
      await spanish(name);
    }
    await look(hand, "help-es", screens);
    await lookLarge(hand, "help-es", screens);
    await setUp(doctor.page, server.setupLink, DOCTOR);
    await hand.goto(await invite(doctor.page, "somebody"));
    await hand.getByLabel("¿Cómo quieres que te llame tu terapeuta?").fill("Maya");
    await spanish("join");
    await look(hand, "join-es", screens);
    await hand.getByLabel("Nombre de acceso").fill("maya");
    await hand.getByLabel(/^Contraseña/).fill("rio piedra lampara tetera");
    await hand.getByRole("button", { name: "Crear mi diario" }).click();
    await hand.getByRole("heading", { name: "Tus papeles de recuperación" }).waitFor();
    await spanish("kit");
    const groups = await hand.locator(".groups li").allInnerTexts();
    const asked = await hand.locator("label[for=group]").innerText();
    await hand.getByLabel(/escribe el grupo/).fill(groups[Number(asked.match(/\d+$/)[0]) - 1]);
    await hand.getByRole("button", { name: "Seguir" }).click();
    await hand.getByText("Todo está sincronizado").first().waitFor();
    // So that there is something to write about.
    await goTo(doctor.page, "Clients");
    await doctor.page.getByRole("link", { name: /Maya/ }).click();
    await doctor.page.getByRole("link", { name: "Appointments" }).click();
    await appoint(doctor.page, "Dosing session", -30);
    await hand.getByRole("heading", { name: "¿Qué sigue contigo?" }).waitFor();
    await spanish("today");
    await look(hand, "today-es", screens);
    await hand.getByRole("link", { name: "Escribir", exact: true }).click();
    await hand.getByRole("textbox").fill("La casa junto al mar.");
    await hand.getByRole("button", { name: "calma", exact: true }).click();
    await spanish("write");
    await look(hand, "write-es", screens);
    await lookLarge(hand, "write-es", screens);
    await hand.getByRole("button", { name: "mejor escribir sin guion" }).click();
    await hand.getByRole("button", { name: "Listo" }).click();
    await hand.getByRole("heading", { name: "Palabras que encajan" }).waitFor();
    assert.ok(await hand.getByText("calma", { exact: true }).isVisible());
    await spanish("entry");
    await hand.goto("/app/check-in");
    await hand.getByLabel("Contraseña").fill("rio piedra lampara tetera");
    await hand.getByRole("button", { name: "Abrir", exact: true }).click();
    await hand.getByRole("heading", { name: "¿Cómo está tu ánimo?" }).waitFor();
    await spanish("check-in");
    await look(hand, "check-in-es", screens);
    for (const step of ["en medio", "un poco", "algo", "bien", "cercanía"]) {
      await hand.getByRole("button", { name: step, exact: true }).click();
    }
    await spanish("check-in, words");
    await hand.getByRole("button", { name: "Listo" }).click();
    for (const name of ["Diario", "Para la sesión", "Hoy"]) {
      await hand.getByRole("navigation", { name: "Principal" }).getByRole("link", { name, exact: true }).click();
      await hand.waitForTimeout(50);
      await spanish(name);
    }
    assert.deepEqual(broken, []);
  });

  await test("a questionnaire is asked in Spanish where its words were published in it, and says why where they are not", async () => {
    const open = async (where) => {
      await hand.goto(where);
      await hand.getByLabel("Contraseña").fill("rio piedra lampara tetera");
      await hand.getByRole("button", { name: "Abrir", exact: true }).click();
    };
    const only = hand.getByText("Por ahora esta app solo tiene este cuestionario en inglés.");
    for (const [instrument, stem, asked, answer] of [
      ["phq-9", /qué tan seguido ha tenido molestias/, "Poco interés o placer en hacer cosas", "Ningún día"],
      ["gad-7", /con qué frecuencia ha sentido molestias/, "Sentirse nervioso/a, intranquilo/a o con los nervios de punta", "Nunca"],
    ]) {
      await open(`/app/measure/${randomUUID()}?i=${instrument}`);
      const heading = hand.getByRole("heading", { level: 1, name: asked, exact: true });
      await heading.waitFor();
      const first = hand.getByRole("button", { name: answer, exact: true });
      for (const said of [hand.getByText(stem), heading, first]) assert.equal(await said.getAttribute("lang"), "es", instrument);
      assert.equal(await only.count(), 0);
      await spanish(instrument);
    }
    await open(`/app/measure/${randomUUID()}?i=who-5`);
    await only.waitFor();
    const english = hand.getByRole("heading", { level: 1, name: "I have felt cheerful and in good spirits" });
    assert.equal(await english.getAttribute("lang"), "en");
    await open("/app");
    await hand.getByRole("navigation", { name: "Principal" }).waitFor();
  });

  await test("another language is chosen in one tap, with the journal open, and what was touched goes along", async () => {
    await hand.getByRole("link", { name: "Tú", exact: true }).click();
    await hand.waitForURL("**/app/you");
    await spanish("you");
    await look(hand, "you-es", screens);
    await hand.getByLabel("English").check();
    await hand.getByRole("heading", { name: "Language" }).waitFor();
    assert.equal(await hand.evaluate(() => document.documentElement.lang), "en");
    await hand.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Journal" }).click();
    await hand.getByText("La casa junto al mar.").click();
    // What was touched is said in the language of the moment; what was asked stays as it was asked.
    await hand.getByText("calm", { exact: true }).waitFor();
    await hand.getByRole("heading", { name: /^¿/ }).waitFor();
    await hand.goto("/privacy");
    await hand.getByRole("heading", { name: "What we can and cannot see" }).waitFor();
    await hand.getByRole("link", { name: "Español" }).click();
    await hand.getByRole("heading", { name: "Lo que podemos ver y lo que no" }).waitFor();
    await hand.goto("/app");
    await hand.getByRole("heading", { name: "Tu diario está cerrado con llave" }).waitFor();
    await context.close();
    await doctor.context.close();
  });

  await test("without WebAssembly the app says so in plain words, with the numbers under them", async () => {
    const { context, page } = await device(browser, MEXICO, origin);
    await page.addInitScript(() => delete globalThis.WebAssembly);
    await page.goto("/app");
    await page.getByText("tiene WebAssembly apagado").waitFor();
    await page.getByRole("heading", { name: "México" }).waitFor();
    assert.equal(await page.getByRole("link", { name: "Llamar al 800 911 2000" }).first().getAttribute("href"), "tel:+528009112000");
    assert.equal(await page.getByText("Abriendo…").isVisible(), false);
    assert.equal(await page.getByText("WebAssembly is switched off").isVisible(), false);
    await page.screenshot({ path: `${screens}no-wasm.png`, fullPage: true });
    await context.close();
  });

  await test("a country that was chosen without an account is there without a network", async () => {
    const { context, page } = await device(browser, PHONE, origin);
    await page.goto("/signin");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    await page.getByRole("link", { name: "Help now" }).click();
    await page.getByRole("heading", { name: "United Kingdom" }).waitFor();
    await look(page, "help", screens);
    await page.getByText("New Zealand").click();
    await page.getByRole("link", { name: "Always show this first" }).filter({ visible: true }).click();
    await page.getByRole("heading", { name: "New Zealand" }).waitFor();
    // Nobody answers any more.
    await server.stop();
    await page.goto("/help");
    await page.getByRole("heading", { name: "New Zealand" }).waitFor();
    assert.equal(await page.locator(".urgent a").getAttribute("href"), "tel:111");
    assert.ok(await page.getByText("Last checked 1 November 2026").first().isVisible());
    await context.close();
  });

  await test("the practice's own words stand on the page, and a wrong file stops the server", async () => {
    const file = path(data, "lines.json");
    const everywhere = { name: "Anywhere", ways: [{ name: "A", call: "116 123" }], emergency: "112", checked: "2026-11-20" };
    const practice = {
      name: "Lindenhof",
      words: { en: "We call back on the same day.", es: "Te llamamos el mismo día." },
      ways: [{ name: { en: "Front desk", es: "Recepción" }, call: { en: "030 1233", es: "030 1234" } }],
      checked: "2026-11-20",
    };
    const portugal = { code: "PT", name: "Portugal", ways: [{ name: "SNS", call: "808 24 24 24" }], emergency: "115", checked: "2026-11-20" };
    const chile = { ...portugal, code: "CL", name: "Chile", emergency: ["131", "133"] };
    await writeFile(file, JSON.stringify({ practice, countries: [portugal, chile, everywhere] }));
    const own = await startServer(binary, data, { more: ["--crisis-lines", file] });
    const { context, page, sent } = await device(browser, MEXICO, own.origin);
    await page.goto("/help");
    await page.getByText("Te llamamos el mismo día.").waitFor();
    // No row is theirs, so the one for everywhere else stands open.
    await lines(page.locator("article h2"), ["Lindenhof", "Anywhere"]);
    await page.getByRole("link", { name: "Llamar al 116 123" }).waitFor();
    assert.equal(await page.getByRole("link", { name: "Llamar al 030 1234" }).getAttribute("href"), "tel:0301234");
    // A country that the operator added can be chosen like any other, and no server hears of it.
    await page.goto("/signin");
    await page.getByLabel("Nombre de acceso").fill("maya");
    await page.getByRole("textbox", { name: "Contraseña" }).fill("rio piedra lampara tetera");
    await page.getByRole("button", { name: "Entrar", exact: true }).click();
    await page.waitForURL("**/app");
    await page.getByRole("link", { name: "Tú", exact: true }).click();
    await page.getByRole("link", { name: /^Ajustes/ }).click();
    await page.getByLabel("País para las líneas de ayuda").selectOption({ label: "Portugal" });
    await page.getByRole("link", { name: "Ayuda ya" }).first().click();
    await lines(page.locator("article h2"), ["Lindenhof", "Portugal"]);
    assert.equal(await page.locator(".urgent a").getAttribute("href"), "tel:115");
    assert.ok(!sent.some((request) => request.split("\n")[0].includes("/help?")));
    // What is chosen on the page itself, later, stays first, with each of its numbers, though the app still names the other.
    const chosenHere = async () => {
      await lines(page.locator("article h2"), ["Lindenhof", "Chile"]);
      await lines(page.locator(".urgent a"), ["Llamar al 131", "Llamar al 133"]);
    };
    const fromTheApp = async (name) => {
      await page.goto("/app");
      await page.getByLabel("Contraseña").fill("rio piedra lampara tetera");
      await page.getByRole("button", { name: "Abrir", exact: true }).click();
      await page.getByRole("navigation", { name: "Principal" }).waitFor();
      await page.getByRole("link", { name, exact: true }).first().click();
    };
    await page.locator("summary", { hasText: "Chile" }).click();
    await page.getByRole("link", { name: "Mostrar siempre primero" }).filter({ visible: true }).click();
    await page.waitForURL("**/help?country=CL");
    await chosenHere();
    await page.goto("/help");
    await chosenHere();
    await fromTheApp("Ayuda ya");
    await page.waitForURL("**/help#*");
    await chosenHere();
    // Until another is chosen in the app.
    await fromTheApp("Tú");
    await page.getByRole("link", { name: /^Ajustes/ }).click();
    await page.getByLabel("País para las líneas de ayuda").selectOption({ label: "Anywhere" });
    await page.getByRole("link", { name: "Ayuda ya" }).first().click();
    await lines(page.locator("article h2"), ["Lindenhof", "Anywhere"]);
    await lines(page.locator(".urgent a"), ["Llamar al 112"]);
    assert.ok(!sent.some((request) => /country=(PT|ZZ)/.test(request.split("\n")[0])));
    await context.close();
    await own.stop();
    await writeFile(file, JSON.stringify({ countries: [{ ...everywhere, emergency: "call us" }] }));
    await assert.rejects(startServer(binary, data, { more: ["--crisis-lines", file] }));
  });
  await rm(data, { recursive: true });
}

// node xtask/vectors.mjs FOLDER SPOILT…: starts good.wasm, which must run to its end, and each spoilt one, which must not.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const [folder, ...spoilt] = process.argv.slice(2);

// A new instance of the glue each time: it keeps the module that it was started with.
async function start(name) {
  const glue = await import(`${join(folder, "vectors.mjs")}?${name}`);
  return glue.initSync({ module: await readFile(join(folder, name)) });
}

await start("good.wasm");
for (const name of spoilt) {
  const said = await start(name).then(() => null, (error) => error);
  if (!(said instanceof WebAssembly.RuntimeError)) throw new Error(`${name} was not noticed: ${said}`);
}

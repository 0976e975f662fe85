// Optimises every module in a folder for size, in place: node squeeze.mjs FOLDER
// In one process for each processor: the optimiser takes a second to start, and there are hundreds of small modules.
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { isMainThread, parentPort, Worker } from "node:worker_threads";

if (isMainThread) {
  const folder = process.argv[2];
  const names = (await readdir(folder)).filter((name) => name.endsWith(".wasm"));
  const sized = await Promise.all(names.map(async (name) => ({ path: join(folder, name), size: (await stat(join(folder, name))).size })));
  const waiting = sized.sort((a, b) => a.size - b.size).map(({ path }) => path);
  const some = Math.min(availableParallelism(), waiting.length);
  await Promise.all(Array.from({ length: some }, () => new Promise((done, fail) => {
    // It warns of each section with names, which nobody ships; what fails comes as an error.
    const worker = new Worker(new URL(import.meta.url), { stderr: true });
    // The largest first, so that none of the processors is left with it at the end.
    const next = () => (waiting.length > 0 ? worker.postMessage(waiting.pop()) : worker.terminate().then(done, fail));
    worker.on("message", next).on("error", fail);
  })));
} else {
  const { default: binaryen } = await import("binaryen");
  // Together they are what the command calls -Oz.
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  parentPort.on("message", async (path) => {
    const module = binaryen.readBinary(await readFile(path));
    module.optimize();
    module.runPasses(["strip-producers"]);
    await writeFile(path, module.emitBinary());
    module.dispose();
    parentPort.postMessage("next");
  });
  parentPort.postMessage("next");
}

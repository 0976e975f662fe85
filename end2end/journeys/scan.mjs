// Reads a QR code off the screen, as a phone's camera would.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const wasm = fileURLToPath(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm"));
prepareZXingModule({ overrides: { wasmBinary: (await readFile(wasm)).buffer } });

/** What the QR code says that `locator` shows. */
export async function scanned(locator) {
  const [code] = await readBarcodes(new Blob([await locator.screenshot({ caret: "initial" })]), { formats: ["QRCode"] });
  return code?.text;
}

// Runs a WebAssembly program that wants WASI: cargo's runner for `cargo xtask wasm`. The folder where it is started is
// all that the program sees of the disk.
import { readFile } from "node:fs/promises";
import { argv, cwd, exit } from "node:process";
import { WASI } from "node:wasi";

const [, , program, ...rest] = argv;
const wasi = new WASI({
  version: "preview1",
  args: [program, ...rest],
  preopens: { [cwd()]: cwd() },
  returnOnExit: true,
});
const module = await WebAssembly.compile(await readFile(program));
exit(wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject())));

import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/adapters/files/read-if-there.ts
import { readFile } from "node:fs/promises";
async function readIfThere(path) {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return void 0;
    throw error;
  }
}

export {
  readIfThere
};

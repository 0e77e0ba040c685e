import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  parseStacksConfig
} from "./chunk-RJKRRWFA.js";

// src/adapters/files/stacks-config.ts
import { readFile } from "node:fs/promises";
async function readStacksConfig(path) {
  const content = await readFile(path, "utf8").catch((error) => {
    if (error.code === "ENOENT") return void 0;
    throw error;
  });
  return parseStacksConfig(content);
}

export {
  readStacksConfig
};

import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  readIfThere
} from "./chunk-4K63F6NI.js";
import {
  parseStacksConfig
} from "./chunk-FQ3EPMCS.js";

// src/adapters/files/stacks-config.ts
async function readStacksConfig(path) {
  return parseStacksConfig(await readIfThere(path));
}

export {
  readStacksConfig
};

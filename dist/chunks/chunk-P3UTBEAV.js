import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  readStacksConfig
} from "./chunk-HXZNQRXD.js";
import {
  defaultStacksConfig
} from "./chunk-FQ3EPMCS.js";
import {
  isFailure
} from "./chunk-BDGJGAS6.js";

// src/adapters/files/names-config.ts
async function readNames(path, { warning }) {
  try {
    const { prefix } = await readStacksConfig(path);
    return { prefix };
  } catch (error) {
    if (!isFailure(error)) throw error;
    const { prefix } = defaultStacksConfig;
    warning(`${error.message} Until it is corrected, names are taken to begin with ${prefix}.`);
    return { prefix };
  }
}

export {
  readNames
};

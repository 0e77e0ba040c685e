import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  failure
} from "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";

// src/adapters/files/kept-files.ts
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
var nameForm = /^[a-z0-9][a-z0-9-]{0,60}\.[a-z]{2,4}$/;
function openKeptFiles({ folder, redact }) {
  return {
    keep: async (name, content) => {
      if (!nameForm.test(name)) throw badName(name);
      const path = join(folder, name);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(path, redact(content), { mode: 384 });
      } catch (error) {
        throw notWritten(path, error);
      }
      return path;
    }
  };
}
function badName(name) {
  return failure({
    code: "files/bad-name",
    what: `${JSON.stringify(name.slice(0, 60))} is no name for a file that is kept.`,
    next: "Name it by lower case letters, digits, hyphens and an ending, without a folder."
  });
}
function notWritten(path, cause) {
  return failure({
    code: "files/not-written",
    what: `Could not write ${path}: ${cause instanceof Error ? cause.message : String(cause)}.`,
    next: "Make room, or choose a folder that this user may write to; then run again.",
    cause
  });
}
export {
  openKeptFiles
};

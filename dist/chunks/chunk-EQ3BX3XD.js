import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/adapters/files/stack-folder.ts
import { constants } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
import { join } from "node:path";
async function readStackFolder(folder, limits) {
  const entries = [];
  const visit = async (path) => {
    for (const entry of await list(join(folder, path))) {
      if (entries.length >= limits.maxEntries) throw tooMany(folder, limits);
      const inner = path === "" ? entry.name : `${path}/${entry.name}`;
      const kind = kindOf(entry);
      entries.push({
        path: inner,
        kind,
        ...await content(join(folder, inner), kind, limits.reads.includes(entry.name), limits)
      });
      if (kind === "folder") await visit(inner);
    }
  };
  await visit("");
  return entries.sort((left, right) => left.path < right.path ? -1 : 1);
}
async function list(folder) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    throw failure({
      code: "files/no-folder",
      what: `${folder} cannot be read as a folder.`,
      next: "Give the folder that `opsdeck synth` wrote to.",
      cause
    });
  }
}
function kindOf(entry) {
  if (entry.isSymbolicLink()) return "link";
  if (entry.isDirectory()) return "folder";
  return entry.isFile() ? "file" : "other";
}
async function content(path, kind, isRead, limits) {
  if (kind !== "file") return { sizeBytes: 0 };
  if (!isRead) return { sizeBytes: (await lstat(path)).size };
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { size: sizeBytes } = await file.stat();
    if (sizeBytes > limits.maxFileBytes) return { sizeBytes };
    return { sizeBytes, bytes: await file.readFile() };
  } finally {
    await file.close();
  }
}
function tooMany(folder, { maxEntries }) {
  return failure({
    code: "files/too-many",
    what: `${folder} holds more than ${maxEntries} files and folders: a synthesis writes a few.`,
    next: "Give the folder that `opsdeck synth` wrote to, and nothing else in it."
  });
}

export {
  readStackFolder
};

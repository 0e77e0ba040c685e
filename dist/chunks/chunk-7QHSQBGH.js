import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  isRecord,
  memberOf,
  textOf
} from "./chunk-7WE5OENK.js";

// src/actions/plan/construct-paths.ts
function readConstructPaths(cdkTfJson) {
  const types = memberOf(cdkTfJson, "resource");
  const rows = Object.entries(isRecord(types) ? types : {}).flatMap(
    ([type, names]) => Object.entries(isRecord(names) ? names : {}).flatMap(([name, resource]) => {
      const path = textOf(memberOf(memberOf(resource, "//"), "metadata"), "path");
      return path === void 0 ? [] : [[`${type}.${name}`, path]];
    })
  );
  return new Map(rows);
}
function constructOf(address, paths) {
  const path = paths.get(address.replace(/\[.*$/s, ""));
  return path?.split("/").slice(1, -1).join("/");
}

export {
  readConstructPaths,
  constructOf
};

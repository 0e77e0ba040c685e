import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/actions/plan/digest.ts
import { hash, scryptSync } from "node:crypto";
var shownDigestLength = 12;
var scryptCost = 4096;
function combineDigests(elements) {
  const open = elements.map((element) => element.open).sort();
  const sealed = elements.flatMap((element) => element.sealed ?? []).sort();
  const salt = hash("sha256", open.join("\n"), "hex");
  if (sealed.length === 0) return salt;
  const seal = scryptSync(sealed.join("\n"), salt, 32, { N: scryptCost }).toString("hex");
  return hash("sha256", `${salt}
${seal}`, "hex");
}
function planDigest(plans) {
  const parts = plans.map(({ title, plan }) => JSON.stringify([title, plan.digest])).sort();
  return hash("sha256", parts.join("\n"), "hex");
}

export {
  shownDigestLength,
  combineDigests,
  planDigest
};

// Reads JSON that stands as text in an attribute: policies, dashboards, container definitions.
import type { Json } from '../model.ts';

/** Deeper ones are shown as plain text: they were made to be awkward, not to be read. */
const deepest = 64;

/** Undefined for anything but the text of an object or a list. */
export function parseJsonText(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return undefined;
  try {
    const parsed: Json = JSON.parse(value);
    return depthOf(parsed, deepest) >= deepest ? undefined : parsed;
  } catch {
    return undefined;
  }
}

/** As deep as it is, but never looks deeper than `limit`. */
function depthOf(value: Json, limit: number): number {
  if (typeof value !== 'object' || value === null || limit === 0) return 0;
  let deepestPart = 0;
  for (const part of Object.values(value)) deepestPart = Math.max(deepestPart, depthOf(part, limit - 1));
  return 1 + deepestPart;
}

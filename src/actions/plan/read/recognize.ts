// Tells from its first bytes what a file is that is no plan's JSON.
import { notAPlan } from './failures.ts';
import { skipSpace } from './scan.ts';

const openBrace = 0x7b;
const openBracket = 0x5b;
/** Enough for the first lines of what people paste. */
const looksAt = 4096;

/** Magic numbers: https://en.wikipedia.org/wiki/List_of_file_signatures */
const signatures = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], kind: 'zip' },
  { bytes: [0x1f, 0x8b], kind: 'compressed' },
] as const;

const terraformsWords =
  /Terraform (?:used the selected providers|will perform|has compared)|OpenTofu (?:used|will perform|has compared)|^No changes\.|^(?:Error|Warning): |^[╷│]|: Refreshing state\.\.\.|^Plan: \d+ to /m;

/** @throws what the bytes are, unless they begin like a JSON object */
export function recognize(bytes: Buffer): void {
  const start = skipSpace(bytes, 0);
  if (start >= bytes.length) throw notAPlan('empty');
  for (const { bytes: magic, kind } of signatures) {
    if (magic.every((byte, index) => bytes[index] === byte)) throw notAPlan(kind);
  }
  if (bytes[start] === openBrace) return;
  const text = new TextDecoder().decode(bytes.subarray(start, start + looksAt));
  if (text.startsWith('[command]')) throw notAPlan('wrapper');
  if (terraformsWords.test(text)) throw notAPlan('text');
  throw notAPlan(bytes[start] === openBracket || /^(?:"|-?\d|true\b|false\b|null\b)/.test(text) ? 'otherJson' : 'notJson');
}

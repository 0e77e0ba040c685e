// Decodes once the list of instants that metrics of an answer have in common: mostly, that is all metrics.
import { cbor } from '@smithy/core/cbor';

export interface Shared {
  /** Has `same` in place of each list that is like the first one. */
  readonly answer: Uint8Array;
  readonly same: string;
  /** What the first list decodes to; nothing where there is none, or none that can be shared. */
  readonly instants: unknown;
}

const same = 'same';
/** As it stands in a map; no number is as long as that, so that it is no part of one. */
const key = Buffer.from(cbor.serialize('Timestamps'));
const sameInstants = Buffer.concat([key, cbor.serialize(same)]);

/**
 * What has the key, as many instants and the same ones is such a list, and nothing else: each has a byte before it that is
 * never in a text. https://www.rfc-editor.org/rfc/rfc3629.html#section-3
 */
export function shareInstants(answer: Uint8Array): Shared {
  const bytes = Buffer.from(answer.buffer, answer.byteOffset, answer.length);
  const first = bytes.indexOf(key);
  const end = first < 0 ? undefined : endOfInstants(bytes, first + key.length);
  if (end === undefined) return { answer, same, instants: undefined };
  const instants: unknown = cbor.deserialize(bytes.subarray(first + key.length, end));
  return { answer: replaceAll(bytes, bytes.subarray(first, end), sameInstants), same, instants };
}

function replaceAll(bytes: Buffer, old: Buffer, by: Buffer): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, from)) {
    parts.push(bytes.subarray(from, at), by);
    from = at + old.length;
  }
  return Buffer.concat([...parts, bytes.subarray(from)]);
}

/** How many bytes follow the first one of an item, by its lower five bits. https://www.rfc-editor.org/rfc/rfc8949.html#section-3 */
const argumentSizes: Readonly<Record<number, number>> = { 24: 1, 25: 2, 26: 4, 27: 8 };
const tagOfInstant = 0xc1;
const list = 0x80;

/** Nothing for what is no list of instants, or one of unknown length. */
function endOfInstants(bytes: Buffer, at: number): number | undefined {
  const head = bytes[at] ?? 0;
  const size = sizeAfter(head);
  if (size === undefined || (head & 0xe0) !== list || at + 1 + size > bytes.length) return undefined;
  const count = size === 0 ? head & 0x1f : size <= 4 ? bytes.readUIntBE(at + 1, size) : 0;
  let end = at + 1 + size;
  for (let index = 0; index < count; index += 1) {
    const more = sizeAfter(bytes[end + 1] ?? 0xff);
    if (bytes[end] !== tagOfInstant || more === undefined) return undefined;
    end += 2 + more;
  }
  return count > 0 && end <= bytes.length ? end : undefined;
}

function sizeAfter(head: number): number | undefined {
  const argument = head & 0x1f;
  return argument < 24 ? 0 : argumentSizes[argument];
}

// Turns what a file or a pipe gave into UTF-8 bytes: PowerShell's `>` writes UTF-16, and some tools a byte order mark.

const utf8Mark = [0xef, 0xbb, 0xbf] as const;
const littleEndianMark = [0xff, 0xfe] as const;
const bigEndianMark = [0xfe, 0xff] as const;
/** A multiple of two, and small enough to keep the memory of converting a large plan flat. */
const chunkBytes = 1 << 20;

export function toUtf8(input: Uint8Array): Buffer {
  // A view, not a copy: a plan can have hundreds of megabytes.
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  if (startsWith(bytes, utf8Mark)) return bytes.subarray(utf8Mark.length);
  if (startsWith(bytes, littleEndianMark)) return fromUtf16(bytes.subarray(2), 'utf-16le');
  if (startsWith(bytes, bigEndianMark)) return fromUtf16(bytes.subarray(2), 'utf-16be');
  // Without a mark: JSON begins with an ASCII character, and in UTF-16 one of its two bytes is zero.
  if (bytes.length > 1 && bytes[0] !== 0 && bytes[1] === 0) return fromUtf16(bytes, 'utf-16le');
  if (bytes.length > 1 && bytes[0] === 0 && bytes[1] !== 0) return fromUtf16(bytes, 'utf-16be');
  return bytes;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function fromUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Buffer {
  const decoder = new TextDecoder(encoding);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    parts.push(Buffer.from(decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: true })));
  }
  parts.push(Buffer.from(decoder.decode()));
  return Buffer.concat(parts);
}

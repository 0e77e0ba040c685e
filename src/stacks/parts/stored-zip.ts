// A ZIP archive that holds its files as they are: without compression and with a fixed date, the same files give the same bytes everywhere.
import { crc32 } from 'node:zlib';

export interface ZipEntry {
  /** ASCII. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 1980-01-01, the first day that the format knows. */
const date = 0x0021;
/** Version 2.0; with it, Unix: Lambda needs files that everybody may read. */
const version = 20;
const madeOnUnix = (3 << 8) | version;
const readableFile = (0o100_644 << 16) >>> 0;

/** https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export function storedZip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const file = Buffer.concat([localHeader(name, bytes), bytes]);
    directory.push(directoryHeader(name, bytes, offset));
    files.push(file);
    offset += file.length;
  }
  const listing = Buffer.concat(directory);
  return Buffer.concat([...files, listing, ending(entries.length, listing.length, offset)]);
}

/** What both headers say of a file: no flags, stored, its date, sum and sizes, the length of its name, nothing more. */
function common(name: string, bytes: Uint8Array): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(version, 0);
  fields.writeUInt16LE(date, 8);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(bytes.length, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function localHeader(name: string, bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common(name, bytes), Buffer.from(name, 'latin1')]);
}

function directoryHeader(name: string, bytes: Uint8Array, offset: number): Buffer {
  const made = Buffer.alloc(2);
  made.writeUInt16LE(madeOnUnix);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(readableFile, 6);
  place.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), made, common(name, bytes), place, Buffer.from(name, 'latin1')]);
}

function ending(count: number, listingBytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(listingBytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

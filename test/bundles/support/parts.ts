// Finds secrets in a text, also when only a part of one is left, or when it is written as JSON, HTML, a URL or base64 writes it.

/** Parts of this length give a secret away; shorter ones could be anything. */
const partLength = 12;

/** @returns the secrets of which a part stands in the text, in their own order */
export function findParts(secrets: readonly string[], text: string): readonly string[] {
  const owners = new Map(secrets.flatMap((secret) => partsOf(secret).map((part) => [part, secret] as const)));
  const seen = new Set(spellings(text).flatMap((spelling) => partsOf(spelling).flatMap((part) => owners.get(part) ?? [])));
  return secrets.filter((secret) => seen.has(secret));
}

function partsOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - partLength + 1) }, (_, at) => text.slice(at, at + partLength));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function spellings(text: string): readonly string[] {
  return [
    text,
    text.replace(/\\(.)/g, '$1'),
    // JSON within JSON is escaped again.
    text.replace(/\\+(.)/g, '$1'),
    text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole),
    text.replace(/(?:%[0-9A-F]{2})+/gi, (encoded) => Buffer.from(encoded.replaceAll('%', ''), 'hex').toString()),
    text.replace(/[A-Za-z0-9+/]{16,}={0,2}/g, (encoded) => Buffer.from(encoded, 'base64').toString()),
  ];
}

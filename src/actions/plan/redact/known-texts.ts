// Hides known texts wherever they stand in another one, in time that does not grow with their number.

/** Texts are found by their first characters: none of them may be shorter. */
const keyLength = 8;

export type Hide = (text: string) => string;

/** Longer texts go first. What stands in `marker` itself is never hidden: hiding twice must change nothing. */
export function hideKnown(texts: readonly string[], marker: string): Hide {
  const byKey = new Map<string, string[]>();
  for (const text of texts) {
    if (text.length < keyLength || marker.includes(text)) continue;
    const key = text.slice(0, keyLength);
    const candidates = byKey.get(key);
    if (candidates === undefined) byKey.set(key, [text]);
    else candidates.push(text);
  }
  for (const candidates of byKey.values()) candidates.sort((one, other) => other.length - one.length);
  if (byKey.size === 0) return (text) => text;
  return (text) => {
    const parts: string[] = [];
    let from = 0;
    for (let at = 0; at + keyLength <= text.length; at += 1) {
      const found = byKey.get(text.slice(at, at + keyLength))?.find((candidate) => text.startsWith(candidate, at));
      if (found === undefined) continue;
      parts.push(text.slice(from, at), marker);
      from = at + found.length;
      at = from - 1;
    }
    return from === 0 ? text : parts.join('') + text.slice(from);
  };
}

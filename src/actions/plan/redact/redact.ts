// Takes secrets out of what people get to see: by the plan's own marks, by names, by shapes, and by how random a word is.
import { isRecord, type Json } from '../model.ts';
import { hideAssigned, isReference } from './assignments.ts';
import { hideRandomWords, isPlainRandom } from './entropy.ts';
import { hideKnown } from './known-texts.ts';
import { isSecretPlace } from './secret-names.ts';
import { mayHoldSecretShape, secretShapes } from './secret-shapes.ts';

/** Instead of what Terraform marks as sensitive, wherever it stands. */
export const sensitiveMarker = '(sensitive)';
/** Instead of what looks like a secret though nothing marks it. */
export const redactedMarker = '(redacted)';

/** `max_tokens` and the like count something; what is this small is no secret worth the name. */
const largestPlainNumber = 999;

/** Two rounds are nearly always enough; no text can make it take for ever. */
const mostRounds = 10;

export interface Redactor {
  /** A text without a name of its own: an address, a message, a line of a script. */
  text(text: string): string;
  /** A value at any depth; `names` are the keys on the way to it, the nearest one last. */
  value(value: Json, names: readonly string[]): Json;
}

/** `sensitiveTexts` are hidden wherever they stand. Redacting twice changes nothing. */
export function createRedactor(sensitiveTexts: readonly string[]): Redactor {
  const hideSensitive = hideKnown(sensitiveTexts, sensitiveMarker);

  const textOnce = (plain: string, names: readonly string[]): string => {
    if (plain === sensitiveMarker || plain === redactedMarker) return plain;
    const withoutKnown = hideSensitive(plain);
    const withoutShapes = mayHoldSecretShape(withoutKnown) ? secretShapes.reduce(hideShape, withoutKnown) : withoutKnown;
    const withoutAssigned = hideAssigned(withoutShapes, redactedMarker);
    return isPlainRandom(names) ? withoutAssigned : hideRandomWords(withoutAssigned, redactedMarker);
  };

  /** What is hidden leaves neighbours behind that may stand out as secrets only then. */
  const text = (plain: string, names: readonly string[] = []): string => {
    let previous = plain;
    for (let round = 0; round < mostRounds; round += 1) {
      const next = textOnce(previous, names);
      if (next === previous) break;
      previous = next;
    }
    return previous;
  };

  const value = (plain: Json, names: readonly string[]): Json => {
    if (typeof plain === 'string') return redactText(plain, names);
    if (typeof plain === 'number') return redactNumber(plain, names);
    if (Array.isArray(plain)) return plain.map((element) => value(element, names));
    return isRecord(plain) ? redactMembers(plain, names) : plain;
  };

  const redactText = (plain: string, names: readonly string[]): Json => {
    const isMarker = plain === sensitiveMarker || plain === redactedMarker;
    if (!isMarker && plain !== '' && isSecretPlace(names) && !isReference(plain)) return redactedMarker;
    return jsonText(plain, names) ?? text(plain, names);
  };

  const redactNumber = (plain: number, names: readonly string[]): Json => {
    if (plain > largestPlainNumber && isSecretPlace(names)) return redactedMarker;
    return hideSensitive(String(plain)) === String(plain) ? plain : sensitiveMarker;
  };

  const redactMembers = (record: { readonly [key: string]: Json }, names: readonly string[]): Json => {
    const members = Object.entries(record).map(([key, member]) => {
      const sibling = typeof record.name === 'string' ? [record.name] : typeof record.Name === 'string' ? [record.Name] : [];
      return [text(key), value(member, [...names, ...sibling.filter(() => /^value$/i.test(key)), key])] as const;
    });
    return Object.fromEntries(members);
  };

  /** JSON in a text is redacted as JSON, and left as it was written where there is nothing to hide. */
  const jsonText = (plain: string, names: readonly string[]): string | undefined => {
    if (!/^\s*[[{]/.test(plain)) return undefined;
    try {
      const parsed: Json = JSON.parse(plain);
      const redacted = JSON.stringify(value(parsed, names));
      return redacted === JSON.stringify(parsed) ? plain : redacted;
    } catch {
      return undefined;
    }
  };

  return { text: (plain) => text(plain), value };
}

function hideShape(text: string, { pattern }: { readonly pattern: RegExp }): string {
  return text.replace(pattern, (match, ...rest: readonly unknown[]) => {
    const groups = rest.at(-1);
    const secret = typeof groups === 'object' && groups !== null ? Object.values(groups).find(Boolean) : undefined;
    return typeof secret === 'string' ? match.replace(secret, () => redactedMarker) : redactedMarker;
  });
}

// Hides secrets in everything that a person gets to see.

export interface Masker {
  /** Hides the value, each of its lines, and the forms in which values usually travel. Blank values are left alone. */
  add(secret: string): void;
  mask(text: string): string;
  /** The text holds something that must be hidden. */
  hides(text: string): boolean;
}

export function openMasker(): Masker {
  const hidden = new Set<string>();
  // Longest first: a secret may contain another one.
  let ordered: readonly string[] = [];
  const mask = (text: string): string => ordered.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
  return {
    add: (secret) => {
      for (const form of hiddenForms(secret)) hidden.add(form);
      ordered = [...hidden].sort((one, other) => other.length - one.length);
    },
    mask,
    hides: (text) => ordered.some((secret) => text.includes(secret)),
  };
}

/** Shorter encodings say too little to be worth hiding, and would hide half of the log. */
const shortestEncoded = 8;

/** The value, its lines, and each of them as JSON text, in a URL and as Base64 at all three offsets. */
export function hiddenForms(secret: string): readonly string[] {
  const plain = [secret, ...secret.split(/\r?\n/)].map((part) => part.trim()).filter((part) => part !== '');
  return [...new Set(plain.flatMap((part) => [part, ...encodedForms(part)]))];
}

function encodedForms(part: string): readonly string[] {
  const json = JSON.stringify(part).slice(1, -1);
  return [json, encodeURIComponent(part), ...base64Forms(part)].filter((form) => form.length >= shortestEncoded);
}

/** What Base64 makes of the value wherever it stands in a longer text, without the characters that its neighbours share. */
function base64Forms(part: string): readonly string[] {
  const bytes = Buffer.from(part, 'utf8');
  return [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replaceAll('=', '');
    const sharedAtTheEnd = (offset + bytes.length) % 3 === 0 ? 0 : 1;
    return text.slice(offset === 0 ? 0 : offset + 1, text.length - sharedAtTheEnd);
  });
}

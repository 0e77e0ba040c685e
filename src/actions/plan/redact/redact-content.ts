// Takes secrets out of a file as a whole: of JSON by the names in it, of other text by names, shapes and randomness.
import type { Json } from '../model.ts';
import { createRedactor } from './redact.ts';

export function redactContent(content: string): string {
  const redactor = createRedactor([]);
  const parsed = parsedJson(content);
  return parsed === undefined ? redactor.text(content) : `${JSON.stringify(redactor.value(parsed, []), null, 2)}\n`;
}

function parsedJson(content: string): Json | undefined {
  if (!/^\s*[[{]/.test(content)) return undefined;
  try {
    return JSON.parse(content) as Json;
  } catch {
    return undefined;
  }
}

// Somebody wants the game day to end: a document that its run looks for at every poll.

import { type Fields, parseRecord, text } from '../../define/fields.ts';
import type { Documents } from '../../ports/documents.ts';
import { abortKey } from './keys.ts';

export interface AbortRequest {
  /** Only this one is meant, and none that comes later. */
  readonly gameDay: string;
  readonly by: string;
  readonly at: string;
}

const fields: Fields<AbortRequest> = { gameDay: text, by: text, at: text };

/** @returns nothing where nobody asked for the end of this one */
export async function gatherAbortRequest(
  documents: Documents,
  { environment, id }: { readonly environment: string; readonly id: string },
): Promise<AbortRequest | undefined> {
  const found = await documents.read(abortKey(environment));
  const parsed = found && parseRecord(found.value, fields);
  return parsed?.kind === 'valid' && parsed.value.gameDay === id ? parsed.value : undefined;
}

/** Over whatever is there: who asks last has asked, too. */
export async function writeAbortRequest(documents: Documents, environment: string, request: AbortRequest): Promise<void> {
  const key = abortKey(environment);
  await documents.remove(key);
  await documents.create(key, request);
}

export async function removeAbortRequest(documents: Documents, environment: string): Promise<void> {
  await documents.remove(abortKey(environment));
}

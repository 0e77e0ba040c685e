// One fingerprint of all that the plans would change: shown with the plan, asked for again before it is applied.
import { hash, scryptSync } from 'node:crypto';
import type { StackPlan } from './model.ts';
import type { ElementDigest } from './read/element-digest.ts';

/** How much of a digest people get to see. */
export const shownDigestLength = 12;

/** About 10 ms and 4 MB a guess, some 10,000 times what SHA-256 takes, at no cost that a person would notice. */
const scryptCost = 4096;

/**
 * Of one plan: 64 hexadecimal digits, whatever the order of its elements. Sensitive values take part, all of them together
 * through one scrypt (https://www.rfc-editor.org/rfc/rfc7914): the digest is public, and with a fast hash a short password
 * could be guessed against it.
 */
export function combineDigests(elements: readonly ElementDigest[]): string {
  const open = elements.map((element) => element.open).sort();
  const sealed = elements.flatMap((element) => element.sealed ?? []).sort();
  const salt = hash('sha256', open.join('\n'), 'hex');
  if (sealed.length === 0) return salt;
  const seal = scryptSync(sealed.join('\n'), salt, 32, { N: scryptCost }).toString('hex');
  return hash('sha256', `${salt}\n${seal}`, 'hex');
}

/** Of several stacks, in any order: 64 hexadecimal digits. */
export function planDigest(plans: readonly StackPlan[]): string {
  const parts = plans.map(({ title, plan }) => JSON.stringify([title, plan.digest])).sort();
  return hash('sha256', parts.join('\n'), 'hex');
}

// Walks the masks of a plan, which say what is sensitive and what is unknown, next to the values they are about.
import { isRecord, type Mask, type PathStep } from './model.ts';

/** The mask one step further down; what is true of the whole is true of its parts. */
export function maskAt(mask: Mask, step: PathStep): Mask {
  if (mask === true) return true;
  if (typeof mask !== 'object' || mask === null) return undefined;
  if (Array.isArray(mask)) return typeof step === 'number' ? mask[step] : undefined;
  return isRecord(mask) && Object.hasOwn(mask, step) ? mask[step] : undefined;
}

/** Terraform writes empty objects and lists of false where nothing is masked. */
export function masksAnything(mask: Mask): boolean {
  if (mask === true) return true;
  if (typeof mask !== 'object' || mask === null) return false;
  for (const key in mask) if (masksAnything((mask as { readonly [key: string]: Mask })[key])) return true;
  return false;
}

// How much a change deserves to be seen: what is dropped last when a comment is full.
import type { Action, ResourceChange } from './model.ts';
import { governsAccess, heldByType, isRevision } from './resource-kinds.ts';

const base: Readonly<Record<Action, number>> = {
  delete: 70,
  replace: 65,
  unrecognized: 60,
  forget: 50,
  update: 40,
  create: 30,
  'no-op': 10,
};

const forStateful = 25;
const forAccess = 12;

/** 0 to 100. A resource that holds state comes before one that does not, and access before what governs none. */
export function riskOf({ type, action, deposed }: ResourceChange): number {
  if (action === 'no-op') return base[action];
  const kind = heldByType(type) !== undefined && action !== 'create' ? forStateful : governsAccess(type) ? forAccess : 0;
  return base[action] + kind - (deposed === undefined ? 0 : 10);
}

export const outputRisk = 20;

/** A warning that every deploy of an image brings is one that nobody reads: a new revision takes nothing away. */
export function isDangerous({ type, action, replaceOrder }: ResourceChange): boolean {
  if (action === 'replace') return replaceOrder !== 'create-forget' && !isRevision(type);
  return action === 'delete' || action === 'unrecognized';
}

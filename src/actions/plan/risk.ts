// How much a change deserves to be seen: what is dropped last when a comment is full.
import type { Action, ResourceChange } from './model.ts';
import { governsAccess, heldByType } from './resource-kinds.ts';

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

export function isDangerous({ action, replaceOrder }: ResourceChange): boolean {
  return action === 'delete' || action === 'unrecognized' || (action === 'replace' && replaceOrder !== 'create-forget');
}

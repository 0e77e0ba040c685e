// Reads and writes the services that have proven themselves.
import { failure } from '../../define/failure.ts';
import type { Documents } from '../../ports/documents.ts';
import { type GoodService, parseGoodServices } from './good.ts';
import { goodServicesKey, serviceStateKey } from './keys.ts';

export type FoundGoods =
  | { readonly kind: 'none' }
  | { readonly kind: 'valid'; readonly goods: readonly GoodService[]; readonly version: string }
  | { readonly kind: 'corrupt'; readonly problems: readonly string[] };

export async function gatherGoods(documents: Documents, environment: string): Promise<FoundGoods> {
  const found = await documents.read(goodServicesKey(environment));
  if (!found) return { kind: 'none' };
  const parsed = parseGoodServices(found.value, environment);
  if (parsed.kind === 'corrupt') return parsed;
  return { kind: 'valid', goods: parsed.value.goods, version: found.version };
}

export function goodsOf(found: FoundGoods): readonly GoodService[] {
  return found.kind === 'valid' ? found.goods : [];
}

/** @throws `deploy/goods-unreadable`, `deploy/goods-changed` when somebody else has written them, which the lock should prevent */
export async function writeGoods(
  documents: Documents,
  environment: string,
  change: (goods: readonly GoodService[]) => readonly GoodService[],
): Promise<void> {
  const key = goodServicesKey(environment);
  const found = await gatherGoods(documents, environment);
  if (found.kind === 'corrupt') throw unreadable(key, found.problems);
  const goods = { goods: change(goodsOf(found)) };
  const written =
    found.kind === 'valid' ? await documents.replace(key, goods, found.version) : await documents.create(key, goods);
  if (written !== undefined) return;
  throw failure({
    code: 'deploy/goods-changed',
    what: `${key} was written by somebody else in the middle of this run.`,
    next: 'Find out who writes it without holding the lock; then run the job again.',
  });
}

export function unreadable(key: string, problems: readonly string[]) {
  return failure({
    code: 'deploy/goods-unreadable',
    what: `${key} is not what a deploy writes, so nobody can tell what to go back to.`,
    next: 'Take an earlier version of it from the state bucket, which keeps all of them; or remove it, and deploy what is good.',
    details: problems,
  });
}

/** Which state of Terraform's it is; nothing where that cannot be read, which is no reason to stop. */
export async function gatherSerial(documents: Documents, environment: string): Promise<number | undefined> {
  const state = (await documents.read(serviceStateKey(environment)))?.value;
  const serial = typeof state === 'object' && state !== null && 'serial' in state ? state.serial : undefined;
  return typeof serial === 'number' && Number.isSafeInteger(serial) && serial > 0 ? serial : undefined;
}

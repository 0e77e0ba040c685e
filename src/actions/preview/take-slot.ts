// Reads, takes and releases slots.
import type { Documents } from '../../ports/documents.ts';
import { parseKey, slotKey, slotsPrefix } from './keys.ts';
import { decideSlot, parseSlotHolder, type SlotDecision, type SlotHolder, type TakenSlot } from './slots.ts';

export async function gatherSlots(documents: Documents): Promise<readonly TakenSlot[]> {
  const taken: TakenSlot[] = [];
  for (const key of await documents.list(slotsPrefix)) {
    const known = parseKey(key);
    if (known?.kind !== 'slot') continue;
    const found = await documents.read(key);
    // Released since it was listed.
    if (!found) continue;
    const parsed = parseSlotHolder(found.value);
    const holder = parsed.kind === 'valid' ? parsed.value : undefined;
    taken.push({ slot: known.slot, holder, version: found.version });
  }
  return taken;
}

export interface SlotWish {
  readonly pullRequest: number;
  readonly preferred?: number | undefined;
  readonly maximum: number;
  readonly now: Date;
}

/** Which slot a deploy would get now, for a plan to be made with; nothing is taken. @returns nothing when all are taken */
export async function gatherPreferredSlot(documents: Documents, wish: Omit<SlotWish, 'now'>): Promise<number | undefined> {
  const decision = decideSlot({ ...wish, taken: await gatherSlots(documents) });
  return decision.kind === 'full' ? undefined : decision.slot;
}

/** Under the lock of the preview; against other previews, whoever writes first has it. */
export async function takeSlot(documents: Documents, wish: SlotWish): Promise<SlotDecision> {
  for (;;) {
    const decision = decideSlot({ ...wish, taken: await gatherSlots(documents) });
    if (decision.kind !== 'take') return decision;
    const holder: SlotHolder = { pullRequest: wish.pullRequest, since: wish.now.toISOString() };
    if ((await documents.create(slotKey(decision.slot), holder)) !== undefined) return decision;
  }
}

/** Every slot that the pull request has, also one that no lease tells of. @returns which */
export async function releaseSlots(documents: Documents, pullRequest: number): Promise<readonly number[]> {
  const own = (await gatherSlots(documents)).filter(({ holder }) => holder?.pullRequest === pullRequest);
  for (const { slot, version } of own) await documents.remove(slotKey(slot), version);
  return own.map(({ slot }) => slot);
}

// Looks for everything there is of previews: leases, states, locks, slots, and what carries their tags.
import type { TaggedResource } from '../../ports/tagged-resources.ts';
import { decideAdoption, isLingering } from './adoption.ts';
import type { PreviewTraces } from './decide-reaping.ts';
import { type KnownKey, locksPrefix, parseKey, previewsPrefix } from './keys.ts';
import { gatherLease } from './lease-store.ts';
import type { TakenSlot } from './slots.ts';
import { gatherSlots } from './take-slot.ts';
import { gatherLock } from './with-lock.ts';
import type { PreviewWorld } from './world.ts';

export interface AllTraces {
  readonly traces: readonly PreviewTraces[];
  readonly slots: readonly TakenSlot[];
}

/** One number a pull request of which anything is left. */
export async function gatherAllTraces(world: PreviewWorld): Promise<AllTraces> {
  const { documents, pullRequests, taggedResources } = world;
  const keys = await gatherKeys(world);
  const slots = await gatherSlots(documents);
  const tagged = await taggedResources.find({ ManagedBy: ['opsdeck'] });
  const open = await pullRequests.listOpen();
  const ofTags = tagged.flatMap((one) => previewOf(one) ?? []);
  const ofSlots = slots.flatMap(({ holder }) => holder?.pullRequest ?? []);
  const ofKeys = keys.flatMap((key) => (key.kind === 'slot' ? [] : key.pullRequest));
  const numbers = [...new Set([...ofKeys, ...ofSlots, ...ofTags])].sort((a, b) => a - b);
  const traces: PreviewTraces[] = [];
  for (const pullRequest of numbers) {
    const isOpen = open.includes(pullRequest);
    traces.push(await tracesOf(world, { pullRequest, isOpen, keys, slots, tagged: count(ofTags, pullRequest) }));
  }
  return { traces, slots };
}

/** Of one preview, as it is now: what was seen of it before it was locked may be old. */
export async function gatherTraces(world: PreviewWorld, pullRequest: number): Promise<PreviewTraces> {
  const keys = await gatherKeys(world);
  const slots = await gatherSlots(world.documents);
  const preview = [`pr-${pullRequest}`];
  const found = [
    ...(await world.taggedResources.find({ Service: preview })),
    ...(await world.taggedResources.find({ Environment: preview })),
  ];
  const tagged = found.filter(isEvidence).length;
  const isOpen = (await world.pullRequests.get(pullRequest))?.state === 'open';
  return tracesOf(world, { pullRequest, isOpen, keys, slots, tagged });
}

async function gatherKeys({ documents }: PreviewWorld): Promise<readonly KnownKey[]> {
  const keys = [...(await documents.list(previewsPrefix)), ...(await documents.list(locksPrefix))];
  return keys.flatMap((key) => parseKey(key) ?? []);
}

interface Seen extends Pick<PreviewTraces, 'pullRequest' | 'isOpen' | 'tagged'> {
  readonly keys: readonly KnownKey[];
  readonly slots: readonly TakenSlot[];
}

async function tracesOf(world: PreviewWorld, { pullRequest, isOpen, tagged, keys, slots }: Seen): Promise<PreviewTraces> {
  return {
    pullRequest,
    isOpen,
    tagged,
    lease: await gatherLease(world.documents, pullRequest),
    states: keys.flatMap((key) => (key.kind === 'state' && key.pullRequest === pullRequest ? key.state : [])),
    slots: slots.flatMap(({ slot, holder }) => (holder?.pullRequest === pullRequest ? slot : [])),
    lock: await lockOf(world, pullRequest),
  };
}

async function lockOf(world: PreviewWorld, pullRequest: number): Promise<PreviewTraces['lock']> {
  const facts = await gatherLock(world, pullRequest);
  if (facts.kind === 'free') return 'none';
  if (facts.kind === 'unreadable') return 'unreadable';
  return facts.holderIsActive ? 'held' : 'stale';
}

/** @returns nothing for a resource of an environment that is no preview */
function previewOf(resource: TaggedResource): number | undefined {
  const { Service = '', Environment = '' } = resource.tags;
  const number = /^pr-(\d+)$/.exec(Service)?.[1] ?? /^pr-(\d+)$/.exec(Environment)?.[1];
  return number === undefined || !isEvidence(resource) ? undefined : Number(number);
}

/** What is listed for hours after it has gone says nothing. */
function isEvidence({ arn }: TaggedResource): boolean {
  return !isLingering(arn) && decideAdoption(arn).kind !== 'companion';
}

function count(numbers: readonly number[], wanted: number): number {
  return numbers.filter((number) => number === wanted).length;
}

// A deploy that is under way: what it was given, what it found, and the lease that tells how far it has come.
import type { DeployRequest } from './deploy-request.ts';
import { refuseIfCancelled } from './failures.ts';
import { folderOf, type KnownKey, parseKey, type StateName } from './keys.ts';
import { type FoundLease, gatherLease, type OpenLease } from './lease-store.ts';
import type { ShapeFacts } from './section.ts';
import { decideStanding, type Standing } from './standing.ts';
import { type StepName, walk } from './steps.ts';
import type { PreviewWorld } from './world.ts';

/** What there was of the preview when the run got the lock. */
export interface Before {
  readonly lease: FoundLease;
  readonly states: readonly StateName[];
}

export interface DeployRun {
  readonly world: PreviewWorld;
  readonly request: DeployRequest;
  readonly before: Before;
  readonly lease: OpenLease;
  /** Of a shared preview. */
  readonly slot?: number;
}

export async function gatherBefore({ documents }: PreviewWorld, pullRequest: number): Promise<Before> {
  const keys = await documents.list(folderOf(pullRequest));
  return { lease: await gatherLease(documents, pullRequest), states: keys.map(parseKey).flatMap(stateOf) };
}

function stateOf(key: KnownKey | undefined): readonly StateName[] {
  return key?.kind === 'state' ? [key.state] : [];
}

/** A step that the lease tells of while it lasts: whoever finds it dead knows where it stood. */
export async function journal<T>(
  { world, lease }: Pick<DeployRun, 'world' | 'lease'>,
  step: StepName,
  body: () => Promise<T>,
): Promise<T> {
  refuseIfCancelled(world.signal);
  return walk(world.progress, step, async () => {
    await lease.write({ step });
    return body();
  });
}

export async function gatherStanding({ pullRequests }: PreviewWorld, request: DeployRequest): Promise<Standing> {
  return decideStanding(await pullRequests.get(request.pullRequest), request);
}

export function shapeFactsOf({ world, request, slot }: Pick<DeployRun, 'world' | 'request' | 'slot'>): ShapeFacts {
  const { shape, reason } = request;
  return { shape, reason, host: world.settings.naming.host, layout: world.settings.layout, ...(slot !== undefined && { slot }) };
}

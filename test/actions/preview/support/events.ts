// What happens to a pull request, each as a run of its own, which may die on the way.
import { hash } from 'node:crypto';
import type { Shape } from '../../../../src/actions/plan/preview-decision.ts';
import { deploy } from '../../../../src/actions/preview/deploy.ts';
import type { DeployRequest, DeployResult } from '../../../../src/actions/preview/deploy-request.ts';
import { destroy } from '../../../../src/actions/preview/destroy.ts';
import type { DestroyResult } from '../../../../src/actions/preview/destroy-request.ts';
import { type Layer, stateKey } from '../../../../src/actions/preview/keys.ts';
import { type ReapReport, reap } from '../../../../src/actions/preview/reap.ts';
import { gatherPreferredSlot } from '../../../../src/actions/preview/take-slot.ts';
import type { PreviewSettings, PreviewWorld } from '../../../../src/actions/preview/world.ts';
import { type Cloud, pullRequest, shaOf } from './cloud.ts';
import { openProcess, type ProcessFate } from './process.ts';
import { plannedBytes, type Troubles } from './terraform.ts';
import { fakeWorld, settings as usualSettings } from './world.ts';

export interface RunOptions extends ProcessFate {
  readonly troubles?: Troubles;
  readonly settings?: Partial<PreviewSettings>;
  readonly log?: string[];
  readonly signal?: AbortSignal;
}

export type Ended<T> =
  | { readonly kind: 'ended'; readonly value: T; readonly points: number }
  | { readonly kind: 'died'; readonly where: string };

let lastRun = 0;

/** Starts a run on the cloud; it is over for GitHub when it has ended or died. */
export async function run<T>(cloud: Cloud, options: RunOptions, body: (world: PreviewWorld) => Promise<T>): Promise<Ended<T>> {
  lastRun += 1;
  const process = openProcess(lastRun, options);
  cloud.activeRuns.add(process.runId);
  const ending = body(fakeWorld({ cloud, process, ...options })).then(
    (value): Ended<T> => ({ kind: 'ended', value, points: process.points() }),
  );
  const death = process.death.then((where): Ended<T> => ({ kind: 'died', where }));
  const ended = await Promise.race([ending, death]);
  cloud.activeRuns.delete(process.runId);
  return ended;
}

export interface Push {
  readonly number: number;
  readonly commit: string;
  readonly shape?: Shape;
  /** Who commanded it; a push did when left out. */
  readonly actor?: string;
}

/** The push itself: GitHub knows of it, and nothing has run yet. */
export function arrive(cloud: Cloud, { number, commit }: Push): void {
  cloud.pullRequests.set(number, pullRequest(number, shaOf(commit)));
}

export function closeOnly(cloud: Cloud, number: number): void {
  const found = cloud.pullRequests.get(number);
  if (found) cloud.pullRequests.set(number, { ...found, state: 'closed' });
}

/** A push, planned on the states as they are now, and its preview. */
export async function push(cloud: Cloud, pushed: Push, options: RunOptions = {}): Promise<Ended<DeployResult>> {
  arrive(cloud, pushed);
  const request = await requestOf(cloud, pushed, options.settings);
  return run(cloud, options, (world) => deploy(world, request));
}

export async function close(cloud: Cloud, number: number, options: RunOptions = {}): Promise<Ended<DestroyResult>> {
  closeOnly(cloud, number);
  return run(cloud, options, (world) => destroy(world, { pullRequest: number, why: 'the pull request was closed' }));
}

export function reapAll(cloud: Cloud, options: RunOptions = {}): Promise<Ended<ReapReport>> {
  return run(cloud, options, reap);
}

export function digestOfPlan(plan: Uint8Array): string {
  return hash('sha256', plan);
}

/** What the plan's job hands over. */
export async function requestOf(
  cloud: Cloud,
  { number, commit, shape = 'shared', actor }: Push,
  settings: Partial<PreviewSettings> = {},
): Promise<DeployRequest> {
  const image = `registry.example.org/app@sha256:${shaOf(commit)}`;
  const maximum = settings.maximum ?? usualSettings.maximum;
  const common = {
    pullRequest: number,
    headSha: shaOf(commit),
    image,
    url: `https://pr-${number}.example.org`,
    quantities: [],
    digestOfPlan,
    ...(actor !== undefined && { actor }),
  };
  const digest = (folder: string, layer: Layer, variables: Record<string, string | number>) =>
    digestOfPlan(plannedBytes(cloud, folder, stateKey(number, layer), variables));
  if (shape === 'isolated') {
    const platform = { folder: `platform/${number}`, variables: {} };
    const service = { folder: `isolated/${number}`, variables: { image } };
    return {
      ...common,
      shape,
      reason: 'it changes 1 resource of the platform',
      platform,
      service,
      expectedDigest: digest(platform.folder, 'platform', {}),
    };
  }
  const preferredSlot = await gatherPreferredSlot(cloud.documents, { pullRequest: number, maximum });
  const service = { folder: `shared/${number}`, variables: { image } };
  const variables = { image, ...(preferredSlot !== undefined && { cache_slot: preferredSlot }) };
  return {
    ...common,
    shape,
    reason: 'it leaves the platform of staging as it is',
    service,
    expectedDigest: digest(service.folder, 'service', variables),
    ...(preferredSlot !== undefined && { preferredSlot }),
  };
}

/** The value of a run that should not have died. */
export async function outcomeOf<T>(ended: Promise<Ended<T>>): Promise<T> {
  const result = await ended;
  if (result.kind === 'died') throw new Error(`died ${result.where}`);
  return result.value;
}

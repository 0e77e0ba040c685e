// Turns the action's inputs into the command that the engine understands.
import { join } from 'node:path';
import type { InputsOf } from '../../define/contract.ts';
import { failure } from '../../define/failure.ts';
import { previewName, type StackLayout } from '../../define/synth-layout.ts';
import { readPlan } from '../plan/read/read-plan.ts';
import { pathOf } from '../plan/targets.ts';
import type { previewContract } from './contract.ts';
import type { DeployRequest } from './deploy-request.ts';
import { isolatedQuantitiesOf, ownQuantities, sharedQuantitiesOf } from './quantities.ts';
import type { PreviewCommand } from './run.ts';

export type PreviewInputs = InputsOf<typeof previewContract>;

export interface CommandFacts {
  readonly inputs: PreviewInputs;
  /** Given, or of the event. */
  readonly pullRequest: number | undefined;
  readonly headSha: string | undefined;
  /** Why it is destroyed, if it is. */
  readonly why: string;
  /** Absolute path of what was synthesized. */
  readonly folder: string;
  /** Of a deploy: what the gate let through, by path in that folder. */
  readonly stacks: ReadonlyMap<string, unknown>;
  /** The two layers of the reference platform when left out. */
  readonly layout?: StackLayout;
}

/** @throws a Failure `action/inputs` when something is missing that the mode needs */
export function commandOf(facts: CommandFacts): PreviewCommand {
  const { inputs } = facts;
  switch (inputs.mode) {
    case 'deploy':
      return { mode: 'deploy', request: deployRequest(facts) };
    case 'destroy':
      return { mode: 'destroy', request: { pullRequest: pullRequestOf(facts), why: facts.why } };
    case 'extend':
      return { mode: 'extend', request: { pullRequest: pullRequestOf(facts), seconds: need(inputs.duration, 'duration') } };
    case 'status':
      return { mode: 'status', pullRequest: pullRequestOf(facts) };
    case 'reap':
      return { mode: 'reap' };
    default:
      return inputs.mode satisfies never;
  }
}

function deployRequest(facts: CommandFacts): DeployRequest {
  const { inputs, stacks, folder, layout } = facts;
  const pullRequest = pullRequestOf(facts);
  const image = layout === 'platform' ? '' : need(inputs.image, 'image');
  const layer = (group: 'shared' | 'isolated', name: 'platform' | 'service') => {
    const path = pathOf({ pullRequest }, group, name);
    const variables = name === 'platform' ? { domain: inputs.domain } : { image };
    return { folder: join(folder, path), variables, stack: stacks.get(path) };
  };
  const shared = {
    pullRequest,
    headSha: need(facts.headSha, 'pull-request'),
    reason: inputs.reason,
    ...(inputs.actor !== undefined && { actor: inputs.actor }),
    image,
    url: inputs.domain === '' ? '' : `https://${previewName(pullRequest)}.${inputs.domain}`,
    digestOfPlan: (plan: Uint8Array) => readPlan(plan).digest,
  };
  if (layout === 'platform') {
    const { folder: own } = layer('isolated', 'platform');
    const platform = { folder: own, variables: {} };
    return { ...shared, shape: 'isolated', platform, quantities: ownQuantities, expectedDigest: inputs['digest-platform'] };
  }
  if (inputs.shape === 'isolated') {
    const platform = layer('isolated', 'platform');
    const service = layer('isolated', 'service');
    const quantities = isolatedQuantitiesOf(platform.stack, service.stack);
    return { ...shared, shape: 'isolated', platform, service, quantities, expectedDigest: inputs['digest-platform'] };
  }
  const service = layer('shared', 'service');
  return {
    ...shared,
    shape: 'shared',
    service,
    quantities: sharedQuantitiesOf(service.stack),
    expectedDigest: inputs['digest-service'],
    ...(inputs.slot !== undefined && { preferredSlot: inputs.slot }),
  };
}

function pullRequestOf({ pullRequest }: CommandFacts): number {
  return need(pullRequest, 'pull-request');
}

function need<T>(value: T | undefined, name: string): T {
  if (value !== undefined) return value;
  throw failure({
    code: 'action/inputs',
    what: `Bad inputs for preview:\n- ${name}: required in this mode`,
    next: 'Add it in the workflow, under the step\'s "with".',
  });
}

// The preview engine's commands, as one: what the action is asked to do, and what came of it.
import { deploy } from './deploy.ts';
import type { DeployRequest, DeployResult } from './deploy-request.ts';
import { destroy } from './destroy.ts';
import type { DestroyRequest, DestroyResult } from './destroy-request.ts';
import { type ExtendRequest, type ExtendResult, extend } from './extend.ts';
import { type ReapReport, reap } from './reap.ts';
import { gatherStatus, type StatusFacts } from './status.ts';
import type { PreviewWorld } from './world.ts';

export type PreviewCommand =
  | { readonly mode: 'deploy'; readonly request: DeployRequest }
  | { readonly mode: 'destroy'; readonly request: DestroyRequest }
  | { readonly mode: 'extend'; readonly request: ExtendRequest }
  | { readonly mode: 'status'; readonly pullRequest: number }
  | { readonly mode: 'reap' };

export type PreviewOutcome =
  | { readonly mode: 'deploy'; readonly result: DeployResult }
  | { readonly mode: 'destroy'; readonly result: DestroyResult }
  | { readonly mode: 'extend'; readonly result: ExtendResult }
  | { readonly mode: 'status'; readonly facts: StatusFacts }
  | { readonly mode: 'reap'; readonly report: ReapReport };

export async function runPreview(world: PreviewWorld, command: PreviewCommand): Promise<PreviewOutcome> {
  switch (command.mode) {
    case 'deploy':
      return { mode: 'deploy', result: await deploy(world, command.request) };
    case 'destroy':
      return { mode: 'destroy', result: await destroy(world, command.request) };
    case 'extend':
      return { mode: 'extend', result: await extend(world, command.request) };
    case 'status':
      return { mode: 'status', facts: await gatherStatus(world, command.pullRequest) };
    case 'reap':
      return { mode: 'reap', report: await reap(world) };
    default:
      return command satisfies never;
  }
}

// What a run of the preview action leaves behind: outputs for later steps, a summary for people, and how the step ends.
import type { OutputName } from '../../define/contract.ts';
import { type Failure, failure } from '../../define/failure.ts';
import { obstacleFailure, renderObstacle } from '../environment/words.ts';
import type { previewContract } from './contract.ts';
import type { DeployResult } from './deploy-request.ts';
import type { DestroyResult } from './destroy-request.ts';
import { instantText } from './duration.ts';
import type { ExtendResult } from './extend.ts';
import { type Lock, ownerText } from './lock.ts';
import { hasFailed } from './reap.ts';
import { renderReapReport } from './render-reap.ts';
import type { PreviewOutcome } from './run.ts';
import { renderStatus } from './status.ts';

export interface Report {
  readonly outputs: Readonly<Partial<Record<OutputName<typeof previewContract>, string>>>;
  /** Markdown. */
  readonly summary: string;
  /** What the step ends with; nothing when all went well. */
  readonly failure?: Failure;
}

export function reportOf(outcome: PreviewOutcome): Report {
  switch (outcome.mode) {
    case 'deploy':
      return ofDeploy(outcome.result);
    case 'destroy':
      return ofDestroy(outcome.result);
    case 'extend':
      return ofExtend(outcome.result);
    case 'status':
      return { outputs: { status: outcome.facts.lease.kind }, summary: renderStatus(outcome.facts) };
    case 'reap': {
      const summary = renderReapReport(outcome.report);
      return { outputs: { status: 'reaped' }, summary, ...(hasFailed(outcome.report) && { failure: notAllReaped() }) };
    }
    default:
      return outcome satisfies never;
  }
}

function ofDeploy(result: DeployResult): Report {
  const { kind } = result;
  switch (kind) {
    case 'live':
      return {
        outputs: { status: kind, url: result.url, 'expires-at': result.expiresAt },
        summary: `Preview: ${result.url || 'it is up'}`,
      };
    case 'queued':
      return { outputs: { status: kind }, summary: `The preview waits: ${result.live} of at most ${result.maximum} are up.` };
    case 'superseded':
      return { outputs: { status: kind }, summary: `The commit \`${result.by}\` was pushed meanwhile; its own run deploys it.` };
    case 'closed':
      return { outputs: { status: kind }, summary: 'The pull request was closed meanwhile.', ...failureOf(result.destroyed) };
    case 'held':
      return ofHeld(result);
    case 'locked':
    case 'failed':
      return ofTrouble(result);
    default:
      return result satisfies never;
  }
}

/** Who pushes has done nothing wrong, and reads of it in the comment; who commands it is refused. */
function ofHeld({ environment, by, isCommanded }: Extract<DeployResult, { kind: 'held' }>): Report {
  const failure = isCommanded ? { failure: obstacleFailure('deploy', environment, by) } : {};
  return { outputs: { status: 'held' }, summary: `Nothing is deployed. ${renderObstacle(environment, by)}`, ...failure };
}

function ofDestroy(result: DestroyResult): Report {
  const { kind } = result;
  switch (kind) {
    case 'destroyed': {
      const summary = result.wasThere ? 'The preview is destroyed.' : 'There was no preview.';
      return { outputs: { status: kind }, summary, ...failureOf(result) };
    }
    case 'not-due':
      return { outputs: { status: kind }, summary: 'The preview is wanted again, and stays.' };
    case 'locked':
    case 'failed':
      return ofTrouble(result);
    default:
      return result satisfies never;
  }
}

function ofExtend(result: ExtendResult): Report {
  const { kind } = result;
  switch (kind) {
    case 'extended': {
      const { expiresAt } = result.lease;
      const capped = result.isCapped ? ', which is the most there is' : '';
      return {
        outputs: { status: kind, 'expires-at': expiresAt },
        summary: `The preview goes at ${instantText(expiresAt)}${capped}.`,
      };
    }
    case 'nothing':
      return { outputs: { status: kind }, summary: 'There is no preview to extend.' };
    case 'locked':
    case 'failed':
      return ofTrouble(result);
    default:
      return result satisfies never;
  }
}

type Trouble = { readonly kind: 'locked'; readonly by: Lock } | { readonly kind: 'failed'; readonly failure: Failure };

function ofTrouble(trouble: Trouble): Report {
  const failed = trouble.kind === 'failed' ? trouble.failure : locked(trouble.by);
  return { outputs: { status: trouble.kind }, summary: failed.message, failure: failed };
}

function failureOf(result: DestroyResult): { readonly failure?: Failure } {
  if (result.kind === 'destroyed') return result.leftovers.length > 0 ? { failure: leftOver(result.leftovers) } : {};
  const { failure: failed } = ofDestroy(result);
  return failed ? { failure: failed } : {};
}

function locked({ owner, reason }: Lock): Failure {
  return failure({
    code: 'preview/locked',
    what: `The preview is locked by ${ownerText(owner)} (${reason}).`,
    next: 'Run this job again when that one has ended.',
  });
}

function leftOver(arns: readonly string[]): Failure {
  return failure({
    code: 'preview/leftovers',
    what: `${arns.length} resources carry the tags of the preview, and are of kinds that are not removed by themselves.`,
    next: 'Look at them in the AWS console (Resource Groups, Tag Editor), and remove what is still there.',
    details: arns,
  });
}

function notAllReaped(): Failure {
  return failure({
    code: 'preview/not-all-reaped',
    what: 'Not every preview that is due could be removed.',
    next: "Look at the run's summary: it names each one and why. The next run tries again.",
  });
}

// What a run of the deploy action leaves behind: outputs for later steps, a summary for people, and how the step ends.
import type { OutputName } from '../../define/contract.ts';
import { type Failure, failure } from '../../define/failure.ts';
import { escapeText } from '../comment/text.ts';
import { renderSummary as renderPlans } from '../plan/render/comment.ts';
import { summarise } from '../plan/summarise.ts';
import type { deployContract } from './contract.ts';
import type { DeployJournal } from './journal.ts';
import { renderSummary, verdictOf } from './render-summary.ts';
import type { DeployResult } from './result.ts';
import { frozenWords, shortSha } from './words.ts';

export interface Report {
  readonly outputs: Readonly<Partial<Record<OutputName<typeof deployContract>, string | boolean>>>;
  /** Markdown. */
  readonly summary: string;
  /** What the step ends with; nothing when all went well. */
  readonly failure?: Failure;
}

export function reportOf(result: DeployResult, timeRate: number): Report {
  const { kind } = result;
  switch (kind) {
    case 'planned':
      return ofPlan(result);
    case 'platform': {
      const message =
        result.changed === 0 ? 'The platform is as it should be.' : `The platform was applied: ${result.changed} changed.`;
      const status = result.changed === 0 ? 'nothing-to-do' : 'deployed';
      return { outputs: { status, 'digest-platform': result.digest, message }, summary: message };
    }
    case 'kept':
      return ofJournal('deployed', result.journal, timeRate);
    case 'nothing-to-do':
      return ofJournal(kind, result.journal, timeRate);
    case 'rolled-back':
    case 'frozen':
      return { ...ofJournal(kind, result.journal, timeRate), ...failureOf(kind, result.journal) };
    case 'refused':
    case 'held':
    case 'locked': {
      const message = escapeText(`${result.failure.message} ${result.failure.next}`);
      return { outputs: { status: kind, message }, summary: `⛔ ${message}`, failure: result.failure };
    }
    default:
      return result satisfies never;
  }
}

function ofPlan({ commit, platform, service }: Extract<DeployResult, { kind: 'planned' }>): Report {
  const platformChanges = summarise(platform.plan).hasChanges;
  const { digest } = platform.plan;
  const plans = service ? [platform, service] : [platform];
  const later = service ? '' : '\n\nThe service can be planned only when its platform has been applied.';
  return {
    outputs: {
      status: 'planned',
      'platform-changes': platformChanges,
      'digest-platform': digest,
      'digest-service': service?.plan.digest ?? '',
      commit,
      message: platformChanges ? 'The platform would change.' : 'The platform stays as it is.',
    },
    summary: renderPlans(plans, { commitSha: commit, digest }) + later,
  };
}

function ofJournal(status: string, journal: DeployJournal, timeRate: number): Report {
  const { release, rollback, state, deploymentId } = journal;
  const running = state === 'frozen' ? undefined : state === 'rolled-back' ? rollback?.release : release;
  return {
    outputs: {
      status,
      message: verdictOf(journal),
      ...(running && { commit: running.commit }),
      ...(deploymentId !== undefined && { deployment: deploymentId }),
    },
    summary: renderSummary(journal, timeRate),
  };
}

function failureOf(kind: 'rolled-back' | 'frozen', journal: DeployJournal): { readonly failure?: Failure } {
  const { environment, release, rollback, cause, because = '' } = journal;
  const details = journal.timeline.map(({ at, words }) => `${at} ${words}`);
  const rang = cause?.words ?? 'It was not well';
  if (kind === 'frozen') {
    return {
      failure: failure({
        code: 'deploy/frozen',
        what: `${environment} is frozen: ${frozenWords(journal)}: ${because}. ${rang}.`,
        next: `Look at the service now; the issue "Deploy frozen: ${environment}" says how to go on.`,
        details,
      }),
    };
  }
  // Whoever asked for it got it.
  if (journal.kind === 'rollback') return {};
  return {
    failure: failure({
      code: 'deploy/rolled-back',
      what: `${shortSha(release.commit)} was rolled back on ${environment}, to ${shortSha(rollback?.release.commit ?? '')}. ${rang}.`,
      next: "Look at the service's logs and metrics of that time; mend the commit or revert it, and merge that.",
      details,
    }),
  };
}

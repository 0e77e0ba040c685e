// What a run of the environment action leaves behind: outputs, a reply, a summary, and how the step ends.
import type { OutputName } from '../../define/contract.ts';
import type { Failure } from '../../define/failure.ts';
import { escapeText, inlineCode } from '../comment/text.ts';
import { instantText } from '../preview/duration.ts';
import { renderStatus } from '../preview/status.ts';
import type { environmentContract } from './contract.ts';
import { decideObstacle, type Obstacle } from './hold.ts';
import type { LockResult, UnlockResult } from './hold-store.ts';
import type { EnvironmentOutcome } from './run.ts';
import { obstacleFailure, renderHold, renderObstacle } from './words.ts';

export interface Report {
  readonly outputs: Readonly<Record<Exclude<OutputName<typeof environmentContract>, 'failure'>, string>>;
  /** Markdown. */
  readonly summary: string;
  /** What the step ends with; nothing when it was done. */
  readonly failure?: Failure;
}

export function reportOf(outcome: EnvironmentOutcome): Report {
  switch (outcome.mode) {
    case 'lock':
      return ofLock(outcome.environment, outcome.result);
    case 'unlock':
      return ofUnlock(outcome.environment, outcome.result);
    case 'status':
      return ofStatus(outcome);
    default:
      return outcome satisfies never;
  }
}

function ofLock(environment: string, result: LockResult): Report {
  const { kind } = result;
  switch (kind) {
    case 'locked':
      return report(kind, `${renderHold(environment, result.hold)}. ${inlineCode(`/unlock ${environment}`)} ends it.`);
    case 'renewed':
      return report(
        kind,
        `${renderHold(environment, result.hold)}. It was locked by the same person already: this is what holds now.`,
      );
    case 'refused':
      return refused(environment, result.by);
    default:
      return result satisfies never;
  }
}

function ofUnlock(environment: string, result: UnlockResult): Report {
  const { kind } = result;
  const name = escapeText(environment);
  switch (kind) {
    case 'unlocked': {
      if (!result.isForced) return report(kind, `🔓 ${name} is unlocked.`);
      const over = result.previous
        ? `the hold of ${escapeText(`@${result.previous.by}`)} (${escapeText(result.previous.reason)})`
        : 'a hold that could not be read';
      return report(kind, `🔓 ${name} is unlocked, by force: ${over} has ended.`);
    }
    case 'not-locked': {
      if (!result.expired) return report(kind, `${name} is not locked.`);
      const { by, expiresAt } = result.expired;
      return report(kind, `${name} is not locked: the hold of ${escapeText(`@${by}`)} expired at ${instantText(expiresAt)}.`);
    }
    case 'refused':
      return refused(environment, result.by);
    default:
      return result satisfies never;
  }
}

function ofStatus({ environment, holds, now, preview }: Extract<EnvironmentOutcome, { mode: 'status' }>): Report {
  const obstacles = holds.flatMap(({ environment: name, facts }) => {
    const obstacle = decideObstacle(facts, undefined, now);
    return obstacle ? [{ name, obstacle }] : [];
  });
  const isLocked = obstacles.some(({ name }) => name === environment);
  const lines = [
    ...(isLocked ? [] : [`🔓 ${escapeText(environment)} is not locked.`]),
    ...obstacles.map(({ name, obstacle }) => renderObstacle(name, obstacle)),
    ...(preview ? [renderStatus(preview)] : []),
  ];
  return report(isLocked ? 'locked' : 'free', lines.join('\n\n'));
}

function refused(environment: string, by: Obstacle): Report {
  const failure = obstacleFailure('hold', environment, by);
  return { ...report('refused', escapeText(`${failure.message} ${failure.next}`)), failure };
}

function report(status: string, message: string): Report {
  return { outputs: { status, message }, summary: message };
}

// What a run of the game-day action leaves behind: outputs, a summary, a page, and how the step ends.
import type { OutputName } from '../../define/contract.ts';
import type { DrillDefinition } from '../../define/drill.ts';
import { type Failure, failure } from '../../define/failure.ts';
import { escapeText, inlineCode } from '../comment/text.ts';
import { ownerText } from '../preview/lock.ts';
import type { Aborted } from './abort.ts';
import type { gameDayContract } from './contract.ts';
import { isDangerous } from './decide-verdict.ts';
import type { GameDay, PastGameDay, Verdict } from './game-day.ts';
import type { Planned } from './plan-drill.ts';
import { renderHtml, renderMessage, renderSummary } from './report/index.ts';
import type { Resumed } from './resume.ts';
import type { GameDayOutcome } from './run.ts';

export interface Report {
  readonly outputs: Readonly<Partial<Record<OutputName<typeof gameDayContract>, string>>>;
  /** Markdown. */
  readonly summary: string;
  /** A page of its own, where something was played. */
  readonly html?: string;
  /** What the step ends with; nothing when all is as it should be. */
  readonly failure?: Failure;
}

export function reportOf(outcome: GameDayOutcome): Report {
  switch (outcome.mode) {
    case 'plan':
      return ofPlan(outcome.planned, outcome.drill);
    case 'run':
      return ofGameDay(outcome.played.gameDay, outcome.drill, outcome.played.history, verdictFailure(outcome.played.gameDay));
    case 'abort':
      return ofAbort(outcome.aborted);
    case 'resume':
      return ofResume(outcome.resumed);
    default:
      return outcome satisfies never;
  }
}

function ofPlan({ isReady, because, gameDay, history, digest }: Planned, drill: DrillDefinition): Report {
  const where = `${gameDay.drill}${gameDay.zone === undefined ? '' : ` in ${gameDay.zone}`} on ${gameDay.environment}`;
  const ready = `${escapeText(where)} may begin: ${gameDay.expectedTargets.length} resources would be hit.`;
  const message = isReady ? ready : `${escapeText(where)} may not begin: ${escapeText(because)}`;
  const plan = digest === undefined ? {} : { plan: digest };
  return {
    outputs: { verdict: isReady ? 'ready' : 'refused', because, message, ...plan },
    summary: `${message}\n\n${renderSummary(gameDay, history, drill)}`,
    ...(!isReady && { failure: refused(because) }),
  };
}

function ofGameDay(
  gameDay: GameDay,
  drill: DrillDefinition,
  history: readonly PastGameDay[],
  ended: Failure | undefined,
): Report {
  const { verdict = 'inconclusive', because = '', issueUrl = '' } = gameDay;
  return {
    outputs: { verdict, because, 'issue-url': issueUrl, message: renderMessage(gameDay) },
    summary: renderSummary(gameDay, history, drill),
    html: renderHtml(gameDay, history, drill),
    ...(ended && { failure: ended }),
  };
}

function ofAbort(aborted: Aborted): Report {
  const lever = aborted.isLeverEngaged
    ? ' The safety lever is engaged: no experiment starts in this account and region until somebody disengages it.'
    : '';
  if (aborted.kind === 'none') return said(`No game day is being played.${lever}`);
  const { gameDay } = aborted;
  const message = `${inlineCode(gameDay.id)} was ended, and what it broke is put right.${lever}`;
  const { verdict = '', because = '', issueUrl = '' } = gameDay;
  const failed = dangerFailure(gameDay);
  return { outputs: { verdict, because, 'issue-url': issueUrl, message }, summary: message, ...(failed && { failure: failed }) };
}

function ofResume(resumed: Resumed): Report {
  switch (resumed.kind) {
    case 'nothing':
      return said('No game day was left unfinished.');
    case 'alive':
      return said(`A game day is being played by ${escapeText(ownerText(resumed.by))}: it is left alone.`);
    case 'finished':
      return ofGameDay(resumed.gameDay, resumed.drill, [], dangerFailure(resumed.gameDay));
    default:
      return resumed satisfies never;
  }
}

function said(message: string): Report {
  return { outputs: { verdict: '', message }, summary: message };
}

const next: Readonly<Record<Exclude<Verdict, 'pass'>, string>> = {
  fail: 'Look at the findings in its issue; mend them, and play the drill again.',
  aborted: 'Play it again when nothing is in the way.',
  inconclusive: 'See in its issue what was not measured or not hit, and play it again.',
  refused: 'Put right what forbids it, or wait; then play it again.',
};

function verdictFailure({ verdict = 'inconclusive', because = '' }: GameDay): Failure | undefined {
  if (verdict === 'pass') return undefined;
  if (verdict === 'refused') return refused(because);
  return failure({ code: `game-day/${verdict}`, what: `${verdict.toUpperCase()}: ${because}`, next: next[verdict] });
}

function refused(because: string): Failure {
  return failure({ code: 'game-day/refused', what: `The drill may not begin: ${because}`, next: next.refused });
}

/** Whoever ends one is only interested in whether it has left something. */
function dangerFailure(gameDay: GameDay): Failure | undefined {
  if (!isDangerous(gameDay)) return undefined;
  return failure({
    code: 'game-day/left-broken',
    what: `${gameDay.id} left something broken: ${gameDay.because ?? ''}`,
    next: 'Follow the findings in its issue.',
  });
}

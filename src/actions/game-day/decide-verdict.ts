// What a game day has shown: the one word, and the one sentence why.
import type { DrillDefinition } from '../../define/drill.ts';
import type { GameDay, KpiOutcome, Verdict } from './game-day.ts';
import { checkTitles } from './recovery/decide-recovery.ts';

export interface Judgement {
  readonly verdict: Verdict;
  readonly because: string;
}

type Facts = Pick<
  GameDay,
  'experiment' | 'abort' | 'rollback' | 'recovery' | 'kpis' | 'transitions' | 'expectedTargets' | 'hitTargets'
>;

/** Of something that was broken on purpose. The first that finds something has it: what users noticed comes before what nobody knows. */
const judges: readonly ((facts: Facts, drill: DrillDefinition) => Judgement | undefined)[] = [
  notPutRight,
  stillRuns,
  rang,
  broken,
  notRecovered,
  brokenOff,
  notPlayed,
  skipped,
  empty,
  untold,
];

export function decideVerdict(facts: Facts, drill: DrillDefinition): Judgement {
  for (const judge of judges) {
    const judgement = judge(facts, drill);
    if (judgement) return judgement;
  }
  return { verdict: 'pass', because: 'The hypothesis held, nothing rang, and all was well again in time.' };
}

function notPutRight({ rollback }: Facts): Judgement | undefined {
  const failed = rollback.find(({ status }) => status === 'failed');
  return (
    failed && { verdict: 'fail', because: `What was broken could not be put right (${failed.strategy}): ${plain(failed.words)}.` }
  );
}

function stillRuns({ experiment }: Pick<Facts, 'experiment'>): Judgement | undefined {
  if (!experiment || ['completed', 'stopped', 'failed', 'cancelled'].includes(experiment.status)) return undefined;
  return { verdict: 'fail', because: `The experiment ${experiment.id} could not be stopped: it is ${experiment.status}.` };
}

function rang({ abort, transitions }: Facts): Judgement | undefined {
  if (abort?.because === 'alarm' || abort?.because === 'stop-condition')
    return { verdict: 'fail', because: `${plain(abort.words)}.` };
  const alarm = transitions.find(({ to }) => to === 'ALARM');
  return alarm && { verdict: 'fail', because: `${alarm.name} rang at ${alarm.at}.` };
}

function broken({ kpis }: Facts): Judgement | undefined {
  const worst = kpis.find(({ status }) => status === 'broken');
  return worst && { verdict: 'fail', because: `The hypothesis did not hold: ${brokenWords(worst)}.` };
}

export function brokenWords({ title, worst = Number.NaN, tolerated, unit }: KpiOutcome): string {
  return `${title} was ${Number(worst.toPrecision(3))} at its worst, and ${tolerated} is tolerated (${unit})`;
}

function notRecovered({ recovery }: Facts): Judgement | undefined {
  const bad = recovery.find(({ status }) => status === 'bad') ?? recovery.find(({ status }) => status === 'late');
  if (!bad) return undefined;
  const how = bad.status === 'late' ? 'came back too late' : 'did not come back';
  return { verdict: 'fail', because: `After the drill, ${checkTitles[bad.check]} ${how}: ${plain(bad.words)}.` };
}

function brokenOff({ abort }: Facts): Judgement | undefined {
  if (!abort) return undefined;
  return { verdict: abort.because === 'no-data' ? 'inconclusive' : 'aborted', because: `${plain(abort.words)}.` };
}

/** FIS gave up, or never began. */
function notPlayed({ experiment }: Facts): Judgement | undefined {
  if (!experiment) return { verdict: 'inconclusive', because: 'No experiment was played.' };
  if (experiment.status === 'completed') return undefined;
  return { verdict: 'inconclusive', because: `The experiment ${experiment.status}: ${plain(experiment.reason)}.` };
}

/** What may have no target, and was known to have none, is not missed. */
function skipped({ experiment, expectedTargets }: Facts, { actions, targets }: DrillDefinition): Judgement | undefined {
  const missed = (experiment?.actions ?? []).find(({ name, status }) => {
    if (status === 'completed') return false;
    const target = actions.find((action) => action.name === name)?.target;
    const mayBeEmpty = target !== undefined && targets[target]?.mayBeEmpty !== undefined;
    const isExpected = mayBeEmpty && expectedTargets.every((one) => one.target !== target);
    return status !== 'skipped' || !isExpected;
  });
  return (
    missed && {
      verdict: 'inconclusive',
      because: `${missed.name} was ${missed.status}: ${plain(missed.reason ?? 'AWS does not say why')}.`,
    }
  );
}

function empty({ hitTargets, expectedTargets }: Facts): Judgement | undefined {
  if (hitTargets === undefined ? expectedTargets.length > 0 : hitTargets.length > 0) return undefined;
  return { verdict: 'inconclusive', because: 'Nothing was hit.' };
}

function untold({ kpis, recovery }: Facts, { hypothesis, recovery: checks }: DrillDefinition): Judgement | undefined {
  const silent = hypothesis.find(({ kpi }) => kpis.find((one) => one.kpi === kpi)?.status !== 'held');
  if (silent) return { verdict: 'inconclusive', because: `Too little was measured of ${silent.kpi} to tell whether it held.` };
  const unseen = checks.find((check) => recovery.find((one) => one.check === check)?.status !== 'ok');
  return unseen && { verdict: 'inconclusive', because: `Nobody could tell how ${checkTitles[unseen]} came back.` };
}

function plain(words: string): string {
  return words.replace(/[.!]+$/, '');
}

/** Whether people on call should know at once, whatever the verdict. */
export function isDangerous(facts: Pick<Facts, 'experiment' | 'rollback' | 'recovery'>): boolean {
  const { rollback, recovery } = facts;
  return (
    rollback.some(({ status }) => status === 'failed') ||
    recovery.some(({ status }) => status === 'bad') ||
    stillRuns(facts) !== undefined
  );
}

// What to do next, a sentence each: what is still broken comes first.
import type { ReportFacts } from './facts.ts';
import { checkWords, strategyWords } from './words.ts';

export function nextSteps(facts: ReportFacts): readonly string[] {
  const { verdict, phase, findings } = facts.gameDay;
  const broken = stillBroken(facts);
  if (verdict === undefined) return [...broken, ...whileOpen(facts)];
  const fix = findings.length > 0 ? ['Do something about the findings below.'] : [];
  switch (verdict) {
    case 'pass':
      return [
        ...broken,
        ...fix,
        `${findings.length > 0 ? 'Then play' : 'Nothing else: play'} it again as usual, ${facts.drill.cadence}.`,
      ];
    case 'fail':
      return [...broken, ...fix, 'Then play the drill again: only that shows that it helped.'];
    case 'aborted':
      return [
        ...broken,
        ...(broken.length === 0 && phase === 'ended' ? ['Nothing was left broken.'] : []),
        ...fix,
        'Play it again: an aborted game day has shown nothing.',
      ];
    case 'inconclusive':
      return [...broken, ...refusals(facts), ...missing(facts), ...fix, 'Then play it again: this one is no pass.'];
    case 'refused':
      return [...refusals(facts), 'Then start it again: nothing was injected.'];
    default:
      return verdict satisfies never;
  }
}

function whileOpen({ gameDay: { phase } }: ReportFacts): readonly string[] {
  if (phase === 'ended') return ['Play it again, and look into the log of its run.'];
  return phase === 'preflight' || phase === 'inject' || phase === 'watch'
    ? ['Nothing: it looks after itself. To end it early: /game-day abort, or its workflow with the mode abort.']
    : ['Nothing: it puts right what it broke.'];
}

/** Whatever nobody but a person will put right. */
function stillBroken({ gameDay: { rollback, recovery } }: ReportFacts): readonly string[] {
  return [
    ...rollback
      .filter(({ status }) => status === 'failed')
      .map(({ strategy, words }) => `Do this by hand, now: ${strategyWords[strategy]}. It failed: ${words}`),
    ...recovery
      .filter(({ status }) => status === 'bad' || status === 'unknown')
      .map(({ check, status, words }) => {
        const lead = status === 'bad' ? 'Still not true, see to it' : 'Nobody could tell, look';
        return `${lead}: ${checkWords[check]} (${words}).`;
      }),
  ];
}

function missing({ gameDay: { experiment, kpis } }: ReportFacts): readonly string[] {
  const skipped = (experiment?.actions ?? []).filter(({ status }) => status === 'skipped').map(({ name }) => name);
  const unmeasured = kpis.filter(({ status }) => status === 'no-data').map(({ title }) => title);
  return [
    ...(skipped.length > 0 ? [`Find out why AWS skipped ${listText(skipped)}: what is skipped is not tested.`] : []),
    ...(unmeasured.length > 0 ? [`Make measurable what had no data: ${listText(unmeasured)}.`] : []),
  ];
}

/** What was not well before; nothing of one that began all the same. */
function refusals({ gameDay: { preflight, experiment } }: ReportFacts): readonly string[] {
  if (experiment !== undefined) return [];
  return preflight.filter(({ status }) => status !== 'ok').map(({ title, words }) => `${title}: ${words}`);
}

function listText(names: readonly string[]): string {
  const most = 5;
  return names.slice(0, most).join(', ') + (names.length > most ? ` and ${names.length - most} more` : '');
}

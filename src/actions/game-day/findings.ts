// What somebody should do something about after a game day: a sentence each, with what would help.
import type { DrillDefinition, RollbackStrategy } from '../../define/drill.ts';
import { brokenWords } from './decide-verdict.ts';
import type { GameDay } from './game-day.ts';
import { checkTitles } from './recovery/decide-recovery.ts';

type Facts = Pick<
  GameDay,
  'zone' | 'preflight' | 'before' | 'experiment' | 'abort' | 'rollback' | 'recovery' | 'kpis' | 'transitions' | 'clockSkewSeconds'
>;

export function computeFindings(facts: Facts, drill: DrillDefinition): readonly string[] {
  return [
    ...concentration(facts),
    ...weaknesses(facts),
    ...brokenClaims(facts),
    ...unnoticed(facts),
    ...leftBehind(facts),
    ...notRecovered(facts),
    ...unmeasured(facts, drill),
    ...skewed(facts),
  ];
}

/** The loss of a zone should never be the loss of a service. */
function concentration({ zone, before }: Facts): readonly string[] {
  const counts = Object.entries(before?.tasksByZone ?? {}).filter(([, count]) => count > 0);
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  return counts.flatMap(([where, count]) =>
    all > 1 && counts.length === 1
      ? [
          `All ${count} tasks were in ${where}: ${where === zone ? 'losing it lost the service' : 'losing it would lose the service'}. Spread them over the zones (availability zone rebalancing, subnets of every zone).`,
        ]
      : [],
  );
}

/** What was known before, and was played to be seen; tasks in one zone have words of their own. */
function weaknesses(facts: Facts): readonly string[] {
  const isTold = concentration(facts).length > 0;
  return facts.preflight
    .filter(({ status, id }) => status === 'bad' && !(id === 'capacity' && isTold))
    .map(({ title, words }) => `${title}: ${plain(words)}. It was known before the drill: mend it.`);
}

function brokenClaims({ kpis }: Facts): readonly string[] {
  return kpis
    .filter(({ status }) => status === 'broken')
    .map((outcome) => `${brokenWords(outcome)}. Find out what users waited for, or tolerate more on purpose.`);
}

/** Users noticed, and nobody would have been told. */
function unnoticed({ kpis, transitions, abort }: Facts): readonly string[] {
  const isBroken = kpis.some(({ status }) => status === 'broken');
  const hasRung = transitions.some(({ to }) => to === 'ALARM') || abort?.alarm !== undefined;
  return isBroken && !hasRung
    ? ['The hypothesis was broken, and no alarm rang: lower a threshold, or shorten how long it has to be bad.']
    : [];
}

const remedies: Readonly<Record<RollbackStrategy, string>> = {
  'cancel-zonal-shift': 'End the zonal shift by hand (runbook az-evacuation).',
  'restore-subnets': 'Give the subnets their network ACLs back by hand, and remove those with the tag managedByFIS.',
  'restore-service': 'Roll the service back by hand (runbook ecs-rollback).',
  'fail-back-database': 'Fail the database over by hand (runbook aurora-failover).',
};

function leftBehind({ rollback }: Facts): readonly string[] {
  return rollback.flatMap(({ strategy, status, words }) => {
    if (status === 'failed') return [`${plain(words)}. ${remedies[strategy]}`];
    // FIS restores what it cut off: where that was left to us, something is wrong with it.
    return strategy === 'restore-subnets' && status === 'done'
      ? [`${plain(words)}. Find out why in the log of the experiment.`]
      : [];
  });
}

function notRecovered({ recovery }: Facts): readonly string[] {
  return recovery.flatMap(({ check, status, words }) => {
    if (status === 'bad')
      return [`After the drill, ${checkTitles[check]} did not come back: ${plain(words)}. Put it right by hand.`];
    return status === 'late' ? [`After the drill, ${checkTitles[check]} came back later than it should: ${plain(words)}.`] : [];
  });
}

function unmeasured({ kpis, experiment }: Facts, { actions, targets }: DrillDefinition): readonly string[] {
  const silent = kpis.filter(({ status }) => status === 'no-data').map(({ title }) => title);
  const skipped = (experiment?.actions ?? []).filter(({ name, status }) => {
    const target = actions.find((action) => action.name === name)?.target;
    return status === 'skipped' && (target === undefined || targets[target]?.mayBeEmpty === undefined);
  });
  return [
    ...(silent.length > 0 ? [`Too little was measured of ${silent.join(', ')}: play it while there is traffic.`] : []),
    ...skipped.map(({ name, reason }) => `${name} was skipped: ${plain(reason ?? 'AWS does not say why')}. Look at its target.`),
  ];
}

/** The runner's clock is what schedules and time-outs go by. */
const mostSkewSeconds = 30;

function skewed({ clockSkewSeconds = 0 }: Facts): readonly string[] {
  if (Math.abs(clockSkewSeconds) <= mostSkewSeconds) return [];
  const way = clockSkewSeconds > 0 ? 'behind' : 'ahead of';
  return [
    `The clock of the runner is ${Math.round(Math.abs(clockSkewSeconds))} s ${way} AWS's: set it right. All times here are AWS's.`,
  ];
}

function plain(words: string): string {
  return words.replace(/[.!]+$/, '');
}

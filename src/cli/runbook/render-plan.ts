// What a run would do, or what is in its way, for a terminal.
import pc from 'picocolors';
import { runCommand } from '../../actions/runbook/engine/commands.ts';
import { obstaclesOf, type PlannedStep, type RunbookPlan, verdictOf } from '../../actions/runbook/engine/plan.ts';
import { paintRisk, riskWords } from './render-list.ts';
import { renderColumns, wrap } from './wrap.ts';

/** @param isToBeRun somebody is about to be asked: how to run it needs no words */
export function renderPlan(plan: RunbookPlan, width: number, isToBeRun = false): readonly string[] {
  const { runbook, place } = plan;
  return [
    `${pc.bold(runbook.title)} on ${place.environment} ${pc.dim(`(${place.region}, works on ${plan.target})`)}`,
    `${pc.bold('Risk')} ${paintRisk(runbook.risk)}: ${riskWords[runbook.risk]}`,
    '',
    ...plan.steps.flatMap((step, index) => renderStep(step, index + 1, width)),
    ...conclusionOf(plan, width, isToBeRun),
  ];
}

function renderStep({ title, outcome, impossible }: PlannedStep, number: number, width: number): readonly string[] {
  const heading = `  ${number}. ${pc.bold(title)}`;
  const undo = impossible === undefined ? [] : [`     ${pc.yellow(wrap(`Cannot be undone: ${impossible}`, width, 5))}`];
  switch (outcome.kind) {
    case 'change': {
      const rows = outcome.changes.map(({ what, from, to }) => [what, `${from} → ${to}`]);
      return [heading, ...renderColumns(rows, { width, indent: 5 }), ...undo];
    }
    case 'nothing':
      return [`${heading}: ${pc.dim(wrap(`nothing to do, ${outcome.why}`, width, 6))}`];
    case 'refused':
      return [`${heading}: ${pc.red('cannot be done')}`];
    default:
      return outcome satisfies never;
  }
}

function conclusionOf(plan: RunbookPlan, width: number, isToBeRun: boolean): readonly string[] {
  switch (verdictOf(plan)) {
    case 'refused':
      return [
        pc.red('In the way:'),
        ...obstaclesOf(plan).flatMap(({ what, next }) => [
          `  ${pc.red('✖')} ${wrap(what, width, 4)}`,
          `    ${pc.cyan('→')} ${wrap(next, width, 6)}`,
        ]),
      ];
    case 'nothing-to-do':
      return ['', `${pc.green('NOTHING TO DO')} Everything is as it should be.`];
    case 'ready':
      return ['', ...watchedOf(plan, width), ...(isToBeRun ? [] : [howToRun(plan, width)])];
  }
}

function howToRun(plan: RunbookPlan, width: number): string {
  return `${pc.cyan('→')} ${pc.dim('Nothing has been changed. To run it:')} ${wrap(commandOf(plan), width, 2)}`;
}

function watchedOf({ runbook, watched }: RunbookPlan, width: number): readonly string[] {
  if (runbook.settleSeconds === 0) return [];
  if (watched.length === 0) return [pc.yellow('No alarm is OK, so none is watched afterwards.')];
  const alarms = `${watched.length} alarm${watched.length === 1 ? '' : 's'}`;
  return [wrap(`Afterwards ${alarms} are watched for ${runbook.settleSeconds} s: one that begins to ring undoes it all.`, width)];
}

function commandOf({ runbook, place, inputs }: RunbookPlan): string {
  return runCommand('terminal', { runbook, environment: place.environment, inputs });
}

/** For scripts. */
export function planAsJson(plan: RunbookPlan): object {
  const { runbook, place, target, inputs, steps, watched, calls } = plan;
  return {
    runbook: runbook.id,
    risk: runbook.risk,
    place,
    target,
    inputs,
    verdict: verdictOf(plan),
    obstacles: obstaclesOf(plan),
    steps,
    watched,
    calls,
  };
}

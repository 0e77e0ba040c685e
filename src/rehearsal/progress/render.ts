// Draws the state of a rehearsal as lines of text: what runs, how far it is, what is slow right now.
import pc from 'picocolors';
import type { RehearsalState, StepState } from './state.ts';

const slowAfterMs = 5_000;
const slowShown = 3;
const barWidth = 20;

/** The lines of the steps that run now, for a display that is redrawn. */
export function renderRunning(state: RehearsalState, nowMs: number, columns: number): readonly string[] {
  return state
    .filter(({ status }) => status === 'running')
    .flatMap((step) => runningLines(step, nowMs).map((line) => cut(line, columns)));
}

/** One line for a step that has ended. */
export function renderEnded(step: StepState): string {
  const mark = step.status === 'done' ? pc.green('✔') : pc.red('✖');
  const time = duration((step.endedAtMs ?? step.startedAtMs) - step.startedAtMs);
  const seen = step.seen ? pc.dim(`  ${step.seen}`) : '';
  return `${mark} ${step.title} ${pc.dim(time)}${seen}`;
}

function runningLines(step: StepState, nowMs: number): readonly string[] {
  const elapsed = duration(nowMs - step.startedAtMs);
  const note = step.note ? `  ${step.note}` : '';
  return [`  ${step.title} ${elapsed}${progress(step)}${note}`, ...slowest(step, nowMs)];
}

function progress({ resources, resourcesDone }: StepState): string {
  if (resources === undefined) return '';
  const filled = resources === 0 ? barWidth : Math.round((resourcesDone / resources) * barWidth);
  return `  ${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${resourcesDone}/${resources}`;
}

/** What a person who waits wants to know: what are we waiting for? */
function slowest({ inFlight }: StepState, nowMs: number): readonly string[] {
  return [...inFlight]
    .map(([address, { action, sinceMs }]) => ({ address, action, forMs: nowMs - sinceMs }))
    .filter(({ forMs }) => forMs >= slowAfterMs)
    .sort((a, b) => b.forMs - a.forMs)
    .slice(0, slowShown)
    .map(({ address, action, forMs }) => `      ${action} ${address} ${duration(forMs)}`);
}

/** `0.4 s`, `12 s`, `1 min 05 s` */
export function duration(ms: number): string {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

function cut(line: string, columns: number): string {
  return line.length <= columns ? line : `${line.slice(0, Math.max(1, columns - 1))}…`;
}

// Shows a rehearsal while it runs: redrawn on a terminal, a line now and then in a log, one JSON object a line for machines.
import { createLogUpdate } from 'log-update';
import { renderEnded, renderRunning } from './render.ts';
import { advance, type RehearsalEvent, type RehearsalState } from './state.ts';

export interface Display {
  show(event: RehearsalEvent): void;
  /** One line about something that is no step. */
  say(line: string): void;
  /** Leaves the terminal as it was found. */
  end(): void;
}

type Output = NodeJS.WriteStream;

const redrawMs = 200;
const heartbeatMs = 15_000;

export function openDisplay({ output, json }: { readonly output: Output; readonly json: boolean }): Display {
  if (json) return jsonDisplay(output);
  return output.isTTY ? terminalDisplay(output) : logDisplay(output);
}

function jsonDisplay(output: Output): Display {
  const print = (value: unknown): boolean => output.write(`${JSON.stringify(value)}\n`);
  return { show: print, say: (line) => print({ kind: 'message', text: line, atMs: Date.now() }), end: () => undefined };
}

function terminalDisplay(output: Output): Display {
  const live = createLogUpdate(output);
  let state: RehearsalState = [];
  const draw = (): void => live(renderRunning(state, Date.now(), output.columns ?? 80).join('\n'));
  const timer = setInterval(draw, redrawMs);
  return {
    show: (event) => {
      state = advance(state, event);
      const ended = endedStep(state, event);
      if (!ended) return;
      live.clear();
      output.write(`${renderEnded(ended)}\n`);
      draw();
    },
    say: (line) => {
      live.clear();
      output.write(`  ${line}\n`);
    },
    end: () => {
      clearInterval(timer);
      live.clear();
      live.done();
    },
  };
}

/** Also a sign of life for whoever watches a CI log. */
function logDisplay(output: Output): Display {
  let state: RehearsalState = [];
  const beat = (): void => {
    for (const line of renderRunning(state, Date.now(), 160)) output.write(`${line}\n`);
  };
  const timer = setInterval(beat, heartbeatMs);
  return {
    show: (event) => {
      state = advance(state, event);
      if (event.kind === 'started') output.write(`… ${event.title}\n`);
      const ended = endedStep(state, event);
      if (ended) output.write(`${renderEnded(ended)}\n`);
    },
    say: (line) => output.write(`  ${line}\n`),
    end: () => clearInterval(timer),
  };
}

function endedStep(state: RehearsalState, event: RehearsalEvent) {
  if (event.kind !== 'done' && event.kind !== 'failed') return undefined;
  return state.find(({ step }) => step === event.step);
}

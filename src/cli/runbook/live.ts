// Shows a run while it goes: redrawn on a terminal, a line for each change in a log, a JSON object a line for machines.
import { createLogUpdate } from 'log-update';
import type { RunbookJournal } from '../../actions/runbook/engine/journal.ts';
import type { Progress } from '../../ports/progress.ts';
import { renderRunning } from './render-journal.ts';

export interface Live {
  readonly progress: Progress;
  tell(journal: RunbookJournal): void;
  /** Leaves the terminal as it was found. */
  end(): void;
}

const redrawMs = 200;

export interface LiveOptions {
  readonly output: NodeJS.WriteStream;
  readonly json: boolean;
  readonly now: () => Date;
}

export function openLive(options: LiveOptions): Live {
  if (options.json) return jsonLive(options.output);
  return options.output.isTTY ? terminalLive(options) : logLive(options.output);
}

/** Standard output belongs to the answer: what is said on the way goes elsewhere. */
function jsonLive(output: NodeJS.WriteStream): Live {
  const print = (value: object): void => void output.write(`${JSON.stringify(value)}\n`);
  return {
    progress: progressOf((text) => print({ kind: 'message', text })),
    tell: ({ state, steps, timeline }) => print({ kind: 'progress', state, steps: steps.length, last: timeline.at(-1)?.words }),
    end: () => undefined,
  };
}

function logLive(output: NodeJS.WriteStream): Live {
  let told = 0;
  return {
    progress: progressOf((line) => void output.write(`${line}\n`)),
    tell: ({ timeline }) => {
      for (const { at, words } of timeline.slice(told)) output.write(`${at} ${words}\n`);
      told = timeline.length;
    },
    end: () => undefined,
  };
}

/** Appears when there is something to show, and again after questions. */
function terminalLive({ output, now }: LiveOptions): Live {
  const live = createLogUpdate(output);
  let timer: NodeJS.Timeout | undefined;
  let journal: RunbookJournal | undefined;
  let line = '';
  const draw = (): void => {
    const width = output.columns ?? 80;
    const steps = journal ? renderRunning(journal, { now: now(), width }) : [];
    live([...steps, line === '' ? '' : `    ${line.slice(0, width - 6)}`].join('\n'));
  };
  return {
    progress: progressOf((text) => {
      // Marks of steps are for logs; here the steps themselves are seen.
      if (!/^[▸✔]/.test(text)) line = text;
    }),
    tell: (next) => {
      journal = next;
      timer ??= setInterval(draw, redrawMs);
      draw();
    },
    end: () => {
      clearInterval(timer);
      timer = undefined;
      live.clear();
      live.done();
    },
  };
}

function progressOf(say: (line: string) => void): Progress {
  const group: Progress['group'] = (title, body) => {
    say(title);
    return body();
  };
  return { info: say, warning: say, group };
}

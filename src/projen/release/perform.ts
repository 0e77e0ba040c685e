// Does what a release consists of, step by step: what an earlier try has done is left as it is.
import type { ReleaseStep } from './steps.ts';
import type { Tools } from './tools.ts';

/** @throws at the first step that fails; another try goes on from there */
export function performRelease(tools: Pick<Tools, 'perform'>, steps: readonly ReleaseStep[], say: (line: string) => void): void {
  for (const { what, command, isDone } of steps) {
    say(isDone ? `Done already: ${what}` : `Now: ${what}`);
    const [program, ...args] = command;
    if (!isDone) tools.perform(program, ...args);
  }
}

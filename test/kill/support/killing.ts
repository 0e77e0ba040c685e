// Kills a process with all that it started, at a moment that its own log names.
import { setTimeout as sleep } from 'node:timers/promises';
import { descendants } from '../../support/cli.ts';
import type { KillMoment } from './moments.ts';

/** @returns what has to be told each line */
export function killing(moment: KillMoment): (line: string, pid: number) => void {
  const { line: beginning, following = '', afterMilliseconds = 0 } = moment;
  let isNear = false;
  let isDue = true;
  return (line, pid) => {
    isNear ||= line.startsWith(following);
    if (!isDue || !isNear || !line.startsWith(beginning)) return;
    isDue = false;
    if (afterMilliseconds === 0) killTree(pid);
    else void sleep(afterMilliseconds).then(() => killTree(pid));
  };
}

/** As when a machine loses its power: first all of them stand still, so that none starts another one meanwhile. */
function killTree(pid: number): void {
  const stopped = new Set<number>();
  for (let found: readonly number[] = [pid]; found.length > 0; found = descendants(pid).filter((id) => !stopped.has(id))) {
    for (const id of found) {
      signal(id, 'SIGSTOP');
      stopped.add(id);
    }
  }
  for (const id of stopped) signal(id, 'SIGKILL');
}

function signal(pid: number, name: 'SIGSTOP' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself.
  }
}

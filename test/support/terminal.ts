// Runs the command line at a real terminal, where a person sits: a pseudo-terminal, which Node cannot open by itself.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Words that the person waits for, and the keys that are pressed then. */
export type Turn = readonly [words: string, keys: string];

export const keys = { enter: '\r', cancel: '\x03', down: '\x1b[B' } as const;

export interface AtTerminal {
  readonly args: readonly string[];
  readonly dialogue: readonly Turn[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface Sat {
  readonly exitCode: number;
  /** All that was to be read, in its order, without colours. */
  readonly screen: string;
  /** What the person waited for in vain. */
  readonly unheard: string | null;
}

const script = fileURLToPath(new URL('terminal.py', import.meta.url));
const program = fileURLToPath(new URL('../../bin/opsdeck.js', import.meta.url));

export async function atTerminal({ args, dialogue, cwd, env }: AtTerminal): Promise<Sat> {
  const child = spawn('python3', [script], { cwd, env });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (text) => {
    output += text;
  });
  child.stderr.on('data', (text) => {
    errors += text;
  });
  child.stdin.end(JSON.stringify({ args: [process.execPath, program, ...args], dialogue, seconds: 180 }));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  if (exitCode !== 0) throw new Error(`the terminal itself failed: ${errors}`);
  return JSON.parse(output) as Sat;
}

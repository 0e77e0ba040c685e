// Commands of the documents that need nothing but this machine are run, as they are written and in their order.
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { bytesOf, planJson, resourceChange } from '../actions/plan/support/plan-json.ts';
import { commandsOf, type DocumentedCommand } from './support/collect.ts';
import { documents } from './support/documents.ts';
import { evidenceOf } from './support/evidence.ts';
import { isCutOff, opsdeckCommands } from './support/opsdeck-commands.ts';
import { simpleCommandsOf } from './support/shell.ts';

jest.setTimeout(120_000);

const root = mkdtempSync(join(tmpdir(), 'opsdeck-test-'));
const bin = join(root, 'bin');
const plan = bytesOf(
  planJson({ resource_changes: [resourceChange({ address: 'aws_vpc.main', after: { cidr_block: '10.0.0.0/16' } })] }),
);

/** The stacks of an environment, as a page calls them that has rehearsed one. */
const stacks = join(root, 'rehearsed/stacks');

beforeAll(async () => {
  mkdirSync(bin);
  const program = `exec "${process.execPath}" "${join(process.cwd(), 'bin/opsdeck.js')}" "$@"`;
  const scripts = { opsdeck: program, npx: `[ "$1" = opsdeck ] || exit 127\nshift\n${program}` };
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/usr/bin/env bash\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const { errors } = await type('opsdeck synth --profile preview --out rehearsed', root);
  expect(errors).toBe('');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Ran {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

/** As a person types it, with a plan on its standard input. */
function type(line: string, cwd: string): Promise<Ran> {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH: [bin, PATH].join(delimiter), HOME, NO_COLOR: '1', STACKS: stacks };
  return new Promise((resolve) => {
    const child = execFile('bash', ['-c', line], { cwd, env }, (error, output, errors) => {
      resolve({ exitCode: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, output, errors });
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(plan);
  });
}

interface Run {
  readonly line: string;
  readonly prints: RegExp;
  /** Of what takes one: an earlier step of the page has written it. */
  readonly planFile: string;
}

function runsOf({ text, form }: DocumentedCommand): readonly Run[] {
  const commands = simpleCommandsOf(text);
  return commands.flatMap(({ environment, words }) => {
    const row = evidenceOf(words);
    // A text may name a command, or one of its options, without telling anybody to type it.
    const isNamed = form === 'span' && (isCutOff(words) || /^(npx )?opsdeck [a-z-]+$/.test(text));
    if (row === undefined || !('prints' in row) || isNamed) return [];
    const line = commands.length === 1 ? text : [...environment, ...words].join(' ');
    return [{ line, prints: row.prints, planFile: words[words.indexOf('plan-comment') + 1] ?? '' }];
  });
}

const pages = documents.flatMap((document) => {
  const commands = commandsOf(document);
  const runs = new Map(commands.flatMap((command) => runsOf(command).map((run) => [run.line, run] as const)));
  return runs.size === 0 ? [] : [{ path: document.path, runs: [...runs.values()], exported: exportedIn(commands) }];
});

/** What the lines of a page export holds for those after them; no page exports a name twice. */
function exportedIn(commands: readonly DocumentedCommand[]): string {
  return commands.flatMap(({ text, form }) => (form === 'line' && text.startsWith('export ') ? [`${text}\n`] : [])).join('');
}

describe.each(pages)('$path', ({ path, runs, exported }) => {
  const folder = join(root, path.replaceAll(/\W/g, '-'));

  test.each(runs)('$line', async ({ line, prints, planFile }) => {
    mkdirSync(folder, { recursive: true });
    if (line.includes(' plan-comment ') && /^[\w.]+$/.test(planFile)) writeFileSync(join(folder, planFile), plan);
    const { exitCode, output, errors } = await type(`${exported}${line}`, folder);
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
    expect(output.split('\n', 1)[0]).toMatch(prints);
  });
});

test('opsdeck names all its commands, and each tells what it takes', async () => {
  const { output } = await type('opsdeck --help', root);
  const names = [...output.matchAll(/^ {2}([a-z-]+) +\S/gm)].map(([, name = '']) => name);
  expect(names).toEqual(Object.keys(opsdeckCommands));
  for (const name of names) {
    const help = await type(`npx opsdeck ${name} --help`, root);
    expect({ name, ...help }).toMatchObject({ exitCode: 0, errors: '', output: expect.stringContaining(`opsdeck ${name}`) });
    const options = Object.keys(opsdeckCommands[name] ?? {}).map((option) => option.toLowerCase());
    expect(options.filter((option) => !help.output.toLowerCase().includes(option))).toEqual([]);
  }
});

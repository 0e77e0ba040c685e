// Holds the gate of ChatOps against Node's own cold start where a comment is no command, and counts what a command asks of GitHub.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commands } from '../../src/actions/chatops/commands/index.ts';
import { parseComment } from '../../src/actions/chatops/language/parse-comment.ts';
import { type Outcome, tell } from '../outcomes.ts';
import { megabytes } from './comments.ts';
import { openScene, type Scene } from './scene.ts';

/** Of each in turn, so that whatever else the machine does meets all of them. */
const rounds = 30;
const bounds = {
  milliseconds: 50,
  timesNode: 2,
  moreMilliseconds: 10,
  requests: 6,
  requestsToAcknowledge: 2,
  parseMilliseconds: 50,
} as const;

interface Subject {
  readonly name: string;
  readonly by: string;
  /** Nothing for Node alone. */
  readonly body?: string;
  /** What is written to the job's outputs; nothing when it ends before. */
  readonly commands?: number;
}

const floor: Subject = { name: 'node -e 0', by: 'kim' };
const prose: Subject = { name: 'a comment that is no command', by: 'kim', body: 'I like it; and/or not.\n\nSee docs.' };
const given: readonly Subject[] = [
  { name: '/help', by: 'kim', body: '/help', commands: 0 },
  { name: '/plan', by: 'kim', body: '/plan', commands: 1 },
  { name: 'five commands', by: 'robin', body: '/plan\n/preview status\n/preview deploy\n/lock reason="x"\n/unlock', commands: 5 },
  { name: '/plan, refused: a stranger', by: 'mallory', body: '/plan', commands: 0 },
  { name: '/apply, refused: closed', by: 'robin', body: '/apply plan=3f9c0a71b2de', commands: 0 },
];

interface Turn {
  readonly milliseconds: number;
  readonly requests: number;
  /** Until the first reaction, itself included; nothing where there was none. */
  readonly acknowledgedBy: number | undefined;
}

export async function benchChatOps(): Promise<readonly Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'opsdeck-bench-'));
  const scene = await openScene();
  try {
    const subjects = [floor, prose, ...given];
    const turns = new Map<Subject, Turn[]>(subjects.map((subject) => [subject, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const [subject, taken] of turns) taken.push(await play(scene, subject, folder));
    }
    return report(turns);
  } finally {
    await scene.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const bundle = fileURLToPath(new URL('../../dist/chatops.js', import.meta.url));

/** @throws when it ended otherwise than it should */
async function play(scene: Scene, { name, by, body, commands }: Subject, folder: string): Promise<Turn> {
  const files = { event: join(folder, 'event.json'), outputs: join(folder, 'outputs'), summary: join(folder, 'summary') };
  if (body !== undefined)
    writeFileSync(files.event, JSON.stringify(scene.comment(name.includes('closed') ? 'closed' : 'open', by, body)));
  for (const file of [files.outputs, files.summary]) writeFileSync(file, '');
  const before = scene.requests().length;
  const start = performance.now();
  const { status, output } = await run(body === undefined ? ['-e', '0'] : [bundle], environment(scene, files));
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`${name} ended with ${status}:\n${output}`);
  const requests = scene.requests().slice(before);
  if (commands !== undefined) expectCommands(name, readFileSync(files.outputs, 'utf8'), commands);
  const reaction = requests.findIndex((request) => request.endsWith('/reactions'));
  return { milliseconds, requests: requests.length, acknowledgedBy: reaction === -1 ? undefined : reaction + 1 };
}

function expectCommands(name: string, outputs: string, wanted: number): void {
  const [json = '[]'] = /^\[.*\]$/m.exec(outputs) ?? [];
  const found = (JSON.parse(json) as readonly unknown[]).length;
  if (found !== wanted) throw new Error(`${name} should start ${wanted} commands, not ${found}:\n${outputs}`);
}

function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ readonly status: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, output }));
  });
}

/** As the runner has it. */
function environment(
  scene: Scene,
  { event, outputs, summary }: Readonly<Record<'event' | 'outputs' | 'summary', string>>,
): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    'INPUT_GITHUB-TOKEN': scene.token,
    INPUT_MODE: 'gate',
    // No such file: as in a repository that leaves everything as it is.
    INPUT_CONFIG: join(tmpdir(), 'opsdeck-bench-no-config.json'),
    INPUT_WORKFLOW: 'pull-request.yml',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: scene.apiUrl,
    GITHUB_EVENT_NAME: 'issue_comment',
    GITHUB_EVENT_PATH: event,
    GITHUB_OUTPUT: outputs,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_REPOSITORY: 'acme/platform',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
  };
}

function report(turns: ReadonlyMap<Subject, readonly Turn[]>): readonly Outcome[] {
  const timeOf = (subject: Subject): number => median((turns.get(subject) ?? []).map(({ milliseconds }) => milliseconds));
  const [ofNode, ofProse] = [timeOf(floor), timeOf(prose)];
  const most = bounds.timesNode * ofNode + bounds.moreMilliseconds;
  const counted = given.map((subject) => ({ subject, taken: turns.get(subject) ?? [] }));
  const mostRequests = Math.max(...counted.flatMap(({ taken }) => taken.map(({ requests }) => requests)));
  const slowest = Math.max(...counted.flatMap(({ taken }) => taken.map(({ acknowledgedBy = Number.NaN }) => acknowledgedBy)));
  const parses = Object.entries(megabytes).map(([name, body]) => ({ name, milliseconds: parseTime(body) }));
  const slowestParse = Math.max(...parses.map(({ milliseconds }) => milliseconds));
  const parsed = parses.map(({ name, milliseconds }) => `${`1 MB: ${name}`.padEnd(40)}${milliseconds.toFixed(1).padStart(6)} ms`);
  const rows = [...turns].map(([subject, taken]) => row(subject.name, timeOf(subject), ofNode, taken));
  const milliseconds = { unit: ' ms', digits: 0 };
  const requests = { unit: '', digits: 0 };
  const outcomes = [
    { what: 'no command', measured: ofProse, most: bounds.milliseconds, ...milliseconds },
    { what: `no command, against ${bounds.timesNode} x node -e 0`, measured: ofProse, most, ...milliseconds },
    { what: 'requests of a command', measured: mostRequests, most: bounds.requests, ...requests },
    { what: 'requests until it is acknowledged', measured: slowest, most: bounds.requestsToAcknowledge, ...requests },
    { what: 'parsing a megabyte', measured: slowestParse, most: bounds.parseMilliseconds, ...milliseconds },
  ];
  const title = `Cold start to exit of the gate, Node ${process.versions.node}; medians of ${rounds} interleaved runs`;
  return tell([title, '', ...rows, '', ...parsed], outcomes);
}

function row(name: string, milliseconds: number, ofNode: number, taken: readonly Turn[]): string {
  const requests = Math.max(...taken.map((turn) => turn.requests));
  const asked = requests === 0 ? '' : `  ${requests} requests, acknowledged by the ${taken[0]?.acknowledgedBy}.`;
  return `${name.padEnd(32)}${`${milliseconds.toFixed(0)} ms`.padStart(8)}  ${(milliseconds / ofNode).toFixed(2)} x${asked}`;
}

/** Median of some, in milliseconds. */
function parseTime(body: string): number {
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    parseComment(body, commands);
    return performance.now() - start;
  });
  return median(times);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

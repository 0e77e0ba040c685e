// Holds `npm ...` and `npx projen ...` in the documents against the tasks that there are, and what their programs take.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { opsdeckProblems } from './opsdeck-commands.ts';

interface Tasks {
  readonly tasks: Readonly<Record<string, { readonly steps?: readonly { readonly receiveArgs?: boolean }[] }>>;
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
const { tasks } = JSON.parse(readFileSync('.projen/tasks.json', 'utf8')) as Tasks;

const benchmarks = readdirSync('bench').filter((name) => existsSync(`bench/${name}/bench.ts`));
const releaseOptions = [...readFileSync('src/projen/release/main.ts', 'utf8').matchAll(/'?([\w-]+)'?: \{ type: '/g)].map(
  ([, name = '']) => `--${name}`,
);
/** Of jest, those that we speak of: https://jestjs.io/docs/cli */
const jestOptions = ['--testPathIgnorePatterns', '--testPathPatterns', '--testNamePattern', '--updateSnapshot', '-t', '-u'];

/** What comes behind `--`, by the task that hands it on. */
const readers: Readonly<Record<string, (words: readonly string[]) => readonly string[]>> = {
  rehearse: (words) => opsdeckProblems(['rehearse', ...words]),
  bench: (words) => words.filter((word) => !benchmarks.includes(word)).map((word) => `there is no benchmark "${word}"`),
  release: (words) => unknownOptions(words, releaseOptions),
  test: jestProblems,
  'test:integration': jestProblems,
  'test:kill': jestProblems,
  biome: (words) => unknownOptions(words, ['--write']),
};

/** Options that a text may speak of without the command that takes them. */
export const taskOptions: readonly string[] = [...releaseOptions, ...jestOptions];

/** @param words behind `npm` */
export function npmProblems([verb = '', ...words]: readonly string[]): readonly string[] {
  if (verb === 'ci' || verb === 'install') return [];
  const [task = '', ...rest] = verb === 'run' ? words : [verb, ...words];
  if (!Object.hasOwn(scripts, task)) return [`there is no task "${task}" in package.json`];
  return rest.length === 0 ? [] : handedOn(task, rest);
}

/** @param words behind `npx projen` */
export function projenProblems([task, ...rest]: readonly string[]): readonly string[] {
  if (task === undefined) return [];
  if (!Object.hasOwn(tasks, task)) return [`projen has no task "${task}"`];
  return rest.length === 0 ? [] : (readers[task]?.(rest) ?? [`nothing says what the task ${task} takes`]);
}

function handedOn(task: string, [dashes, ...words]: readonly string[]): readonly string[] {
  if (dashes !== '--') return [`npm keeps "${dashes}" for itself: write -- before it`];
  if (!tasks[task]?.steps?.some(({ receiveArgs }) => receiveArgs)) return [`the task ${task} takes no arguments`];
  return readers[task]?.(words) ?? [`nothing says what the task ${task} takes: add it to ${import.meta.url.split('/').at(-1)}`];
}

function jestProblems(words: readonly string[]): readonly string[] {
  const paths = words.filter((word) => /^(test|src)\//.test(word) && !existsSync(word) && !existsSync(`${word}.test.ts`));
  return [...unknownOptions(words, jestOptions), ...paths.map((path) => `there is no ${path}`)];
}

function unknownOptions(words: readonly string[], known: readonly string[]): readonly string[] {
  const options = words.filter((word) => word.startsWith('-')).map((word) => word.split('=', 1)[0] ?? word);
  return options.filter((option) => !known.includes(option)).map((option) => `there is no option ${option}`);
}

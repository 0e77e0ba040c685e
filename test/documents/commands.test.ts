// Every command in the documents is one that there is, with arguments that it takes, and a test runs it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { commands } from '../../src/actions/chatops/commands/index.ts';
import { chatCommandName, filledIn, isMention } from './support/chat-commands.ts';
import { commandsOf, optionsIn, scriptsOf } from './support/collect.ts';
import { documents } from './support/documents.ts';
import { evidence, evidenceOf } from './support/evidence.ts';
import { problemsOf } from './support/judge.ts';
import { taskOptions } from './support/npm-commands.ts';
import { opsdeckCommands } from './support/opsdeck-commands.ts';
import { simpleCommandsOf } from './support/shell.ts';

const withCommands = documents.filter((document) => commandsOf(document).length > 0);
const all = documents.flatMap(commandsOf);

describe.each(withCommands.map((document) => [document.path, document] as const))('%s', (_path, document) => {
  test('has no command that cannot be typed, or that nothing runs', () => {
    expect([...new Set(commandsOf(document).flatMap(problemsOf))]).toEqual([]);
  });
});

test('a shell reads what is written for one', () => {
  const scripts = documents.flatMap((document) => scriptsOf(document).map((script) => ({ path: document.path, script })));
  const broken = scripts.flatMap(({ path, script }) => {
    const { status, stderr } = spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' });
    return status === 0 ? [] : [`${path}: ${stderr}`];
  });
  expect(broken).toEqual([]);
});

test('an option that a text speaks of is taken by some command', () => {
  const ofCommandLine = Object.values(opsdeckCommands).flatMap((definition) =>
    Object.keys(definition).map((name) => `--${name}`),
  );
  const ofChat = commands.flatMap((definition) => Object.keys(definition.arguments).map((name) => `--${name}`));
  const known = new Set([...ofCommandLine, ...ofChat, ...taskOptions]);
  // What stands for any flag where the language is explained.
  const spoken = documents.flatMap((document) => optionsIn(document)).filter((option) => option !== '--flag');
  expect([...new Set(spoken.filter((option) => !known.has(option)))]).toEqual([]);
});

describe('what is known of who runs a command', () => {
  const withFile = evidence.flatMap((row) => ('file' in row ? [row] : []));

  test.each(withFile)('$command: $file', ({ file, says }) => {
    expect(existsSync(file) && readFileSync(file, 'utf8').includes(says)).toBe(true);
  });

  test('is known of every command of comments, and of none that is not there', () => {
    const known = evidence.map(({ command }) => command).filter((command) => command.startsWith('/'));
    expect(known).toEqual(commands.map(({ name }) => `/${name}`).toSorted());
  });

  test('is about commands that stand in a document', () => {
    const used = new Set(
      all
        .filter(({ text }) => !text.startsWith('/'))
        .flatMap(({ text }) => simpleCommandsOf(text))
        .map(({ words }) => evidenceOf(words)),
    );
    const unused = evidence.filter((row) => !row.command.startsWith('/') && !used.has(row));
    expect(unused.map(({ command }) => command)).toEqual([]);
  });

  test('says why where no test runs it, and that of few', () => {
    const reasons = evidence.flatMap((row) => ('never' in row ? [row.never] : []));
    expect(reasons.filter((reason) => !/^[A-Z].{20,}\.$/.test(reason))).toEqual([]);
    expect(reasons.length).toBeLessThanOrEqual(10);
  });
});

describe('what is found', () => {
  const of = (text: string) => commandsOf({ path: 'page.md', text }).map(({ form, text: command }) => `${form} ${command}`);

  test.each<[string, string, readonly string[]]>([
    [
      'lines of a shell block, without its comments',
      '```sh\n# first\nnpm ci && npm test  # both\nls\n```',
      ['line npm ci && npm test  # both', 'line ls'],
    ],
    ['a line that goes on', '```sh\nnpm run \\\n  synth\n```', ['line npm run  synth']],
    ['commands of comments in a block without a language', '```\n/plan\nsaid the developer\n```', ['line /plan']],
    ['nothing in other blocks', '```ts\n/plan\n```', []],
    [
      'spans that begin as commands do',
      '`npm test`, `git`, `a npm test`, `/lock staging`',
      ['span npm test', 'span /lock staging'],
    ],
    [
      'spans that go on with a task',
      '`npm run bench -- plan`, `-- kpi`',
      ['span npm run bench -- plan', 'span npm run bench -- kpi'],
    ],
  ])('%s', (_what, text, found) => {
    expect(of(text)).toEqual(found);
  });
});

describe('what is wrong with a command', () => {
  const wrong = (text: string, form: 'line' | 'span' = 'line') => problemsOf({ document: 'page.md', text, form });

  test.each([
    ['npm run nothing', 'there is no task "nothing" in package.json'],
    ['npm run synth -- --all', 'the task synth takes no arguments'],
    ['npm run rehearse platform', 'npm keeps "platform" for itself: write -- before it'],
    ['npm run rehearse -- everything', 'there is no scenario "everything"'],
    ['npm run rehearse -- platform --profile huge', 'profile: expected one of production, staging, preview; got "huge"'],
    ['npm run rehearse -- --fault 30', 'unknown option --fault'],
    ['npm run bench -- luck', 'there is no benchmark "luck"'],
    ['npx projen nothing', 'projen has no task "nothing"'],
    ['npx opsdeck synth --profil staging', 'unknown option --profil'],
    ['npm ci && opsdeck destroy', 'there is no command "destroy"'],
    ['opsdeck runbook run ecs-shrink', 'there is no runbook "ecs-shrink"'],
    ['opsdeck runbook run ecs-scale desired=many', 'desired: '],
    ['opsdeck runbook do ecs-scale', '"do" is none of list, explain, plan, run, resume'],
    ['curl https://example.org', 'no test is known to run it: name the test'],
    ['/preview extend', '`duration` is missing'],
    ['/preview extend 99d', '`duration` has to be'],
    ['/previev extend 24h', 'you probably mean `/preview`'],
    ['/runbook plan ecs-scale wanted=12', '"wanted": is no input of it'],
    ['/lock [environment] reason="…" [for=99d]', '`for` has to be'],
  ])('%s', (text, problem) => {
    expect(wrong(text).join('\n')).toContain(problem);
  });

  test('is nothing where a text only names it', () => {
    expect(['/lock', '/preview', 'opsdeck runbook ...', '/bin/sh'].flatMap((text) => wrong(text, 'span'))).toEqual([]);
    expect(wrong('/lock').join('\n')).toContain('`reason` is missing');
    expect([isMention('/preview'), isMention('/preview extend'), isMention('/preview extend 24h')]).toEqual([true, true, false]);
  });
});

test('what stands for a value is filled in, with and without what may be left out', () => {
  expect(filledIn('/preview extend <duration>')).toEqual(['/preview extend 1h']);
  expect(filledIn('/apply plan=…')).toEqual(['/apply plan=0123456789ab']);
  expect(filledIn('/lock [environment] reason="…" [for=8h]')).toEqual([
    '/lock reason="because"',
    '/lock staging reason="because" for=8h',
  ]);
  expect(filledIn('/game-day plan <az-failure|task-loss> [zone=a|b|c]')).toEqual([
    '/game-day plan az-failure',
    '/game-day plan az-failure zone=a',
  ]);
  expect(chatCommandName('/runbook run ecs-scale')).toBe('runbook run');
});

// docs/configuration.md: no key of the schema without its meaning, form, default and example, and nothing there that is not so.
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { commands } from '../../src/actions/chatops/commands/index.ts';
import { parseConfig } from '../../src/actions/chatops/config.ts';
import { contracts } from '../../src/actions/contracts.ts';
import { parseGameDayConfig } from '../../src/actions/game-day/config.ts';
import { parseRunbooksConfig } from '../../src/actions/runbook/config.ts';
import { parseStacksConfig } from '../../src/define/stacks-config.ts';
import { configSchema } from '../../src/projen/config-schema.ts';
import { exampleConfig, keysOf, renderConfigurationPage, valuesAt } from '../../src/projen/configuration-page.ts';
import { runbooks } from '../../src/runbooks/index.ts';

const page = renderConfigurationPage(configSchema, contracts);
/** The cells behind a key, by its path. */
const rows = new Map(
  [...page.matchAll(/^\| `([^`]+)` \| (.*) \|$/gm)].map(([, path = '', cells = '']) => [path, cells.split(/(?<!\\) \| /)]),
);
const sections = ['commands', 'gameDays', 'runbooks', 'stacks'];
const keys = keysOf(configSchema).filter(({ path }) => !sections.includes(path));

test('has the sections and the other keys of the schema', () => {
  expect([...page.matchAll(/^### `(\w+)`$/gm)].map(([, name]) => name)).toEqual(sections);
  expect(Object.keys(configSchema.properties as object).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

describe.each(keys.filter(({ path }) => !/^(\$schema|\/\/)$/.test(path)))('$path', ({ path, node }) => {
  const [about = '', form = '', fallback = '', example = ''] = rows.get(path) ?? [];

  test('has its meaning, form, and what holds without it', () => {
    expect({ about, form, fallback }).toEqual({
      about: expect.stringMatching(/\S.*[^.]$/),
      form: expect.stringMatching(/^(text|list; each|one of|whole number|number|object)/),
      fallback: expect.stringMatching(/\S/),
    });
  });

  test('has an example, unless its own keys have', () => {
    const hasKeys = keys.some((other) => /^[.[]/.test(other.path.slice(path.length)) && other.path.startsWith(path));
    expect(example !== '').toBe(!hasKeys);
    if (!hasKeys) expect(valuesAt(exampleConfig, path)).toContainEqual(JSON.parse(example.slice(1, -1)));
    expect(new Ajv2020({ strict: false }).compile(node)(valuesAt(exampleConfig, path)[0])).toBe(true);
  });
});

test('the example is valid, and taken by all that read it', () => {
  const text = JSON.stringify(exampleConfig);
  expect(new Ajv2020({ allErrors: true }).compile(configSchema)(exampleConfig)).toBe(true);
  const names = [...commands.map(({ name }) => name), ...runbooks.map(({ id }) => `runbook run ${id}`)];
  expect(parseConfig(text, names).size).toBe(3);
  expect(parseGameDayConfig(text).window?.from).toBe('09:30');
  expect(parseRunbooksConfig(text, runbooks).automatic).toHaveLength(1);
  expect(parseStacksConfig(text)).toMatchObject(exampleConfig.stacks);
});

test('the examples on the page are that example', () => {
  const shown = [...page.matchAll(/```json\n(.*?)\n```/gs)].map(([, json = '']) => JSON.parse(json) as object);
  expect(Object.assign({}, ...shown)).toEqual(exampleConfig);
});

describe('what it says holds when something is left out does hold', () => {
  const saidOf = (path: string): unknown => JSON.parse(/`(.+?)`/.exec(rows.get(path)?.[2] ?? '')?.[1] ?? '');
  const gameDays = parseGameDayConfig(undefined);
  const rule = { runbook: 'collect-diagnostics', environments: ['staging'], mostPerDay: 1 };
  const incidents = parseRunbooksConfig(JSON.stringify({ runbooks: { automatic: [rule] } }), runbooks);
  const stacks = parseStacksConfig(undefined);
  test.each([
    ['gameDays.environments', gameDays.environments],
    ['gameDays.exams', gameDays.exams],
    ['gameDays.window.timeZone', gameDays.timeZone],
    ['gameDays.latestStartMinutes', gameDays.latestStartMinutes],
    ['gameDays.leastBudgetPercent', gameDays.leastBudgetPercent],
    ['gameDays.quietHours', gameDays.quietHours],
    ['runbooks.quietSeconds', incidents.quietSeconds],
    ['runbooks.automatic', parseRunbooksConfig(undefined, runbooks).automatic],
    ['runbooks.automatic[].inputs', incidents.automatic[0]?.inputs],
    ['runbooks.automatic[].cooldownMinutes', incidents.automatic[0]?.cooldownMinutes],
    ['stacks.layout', stacks.layout],
    ['stacks.prefix', stacks.prefix],
    ['stacks.allow', stacks.allow],
  ])('%s', (path, value) => {
    expect(saidOf(path)).toEqual(value);
  });
});

test('leads to every action, and names its inputs', () => {
  for (const { name, inputs } of contracts) {
    const line = page.split('\n').find((each) => each.includes(`(../actions/${name}/README.md)`));
    expect(Object.keys(inputs).filter((input) => !line?.includes(`\`${input}\``))).toEqual([]);
  }
});

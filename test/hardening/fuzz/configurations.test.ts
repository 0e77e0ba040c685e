// The configuration, runbooks' inputs and alarms' payloads: what is nearly right is refused in words that fit into a reply.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseConfig } from '../../../src/actions/chatops/config.ts';
import { parseGameDayConfig } from '../../../src/actions/game-day/config.ts';
import { parseRunbooksConfig } from '../../../src/actions/runbook/config.ts';
import { parseHints } from '../../../src/actions/runbook/incident/hints.ts';
import { isFailure } from '../../../src/define/failure.ts';
import { parseRunbookInputs } from '../../../src/define/runbook-inputs.ts';
import { parseStacksConfig } from '../../../src/define/stacks-config.ts';
import { loadRunbooks } from '../../support/all-runbooks.ts';
import { expedition, hostileTexts, mutatedText, mutatedValue } from './support/mutate.ts';

const runbooks = await loadRunbooks();

const file = {
  commands: { apply: { permission: 'admin', users: ['kim'], teams: ['sre'], roles: ['Release manager'] } },
  stacks: { layout: 'two-layers', prefix: 'assess', tags: { Owner: 'EduTech' }, allow: { resourceTypes: ['aws_sqs_queue'] } },
  runbooks: {
    quietSeconds: 600,
    automatic: [
      {
        alarm: 'assess-staging-latency',
        runbook: 'ecs-scale',
        environments: ['staging'],
        inputs: { desired: '6' },
        mostPerDay: 2,
      },
    ],
  },
  gameDays: {
    environments: ['staging'],
    exams: [{ from: '2026-05-11', to: '2026-06-26', about: 'A levels' }],
    window: { days: ['Tue', 'Wed'], from: '09:30', to: '15:00', timeZone: 'Europe/London' },
    latestStartMinutes: 60,
    leastBudgetPercent: 20,
    quietHours: 3,
  },
};

const readers = [
  ['commands', (content: string) => parseConfig(content, ['apply', 'plan'])],
  ['stacks', parseStacksConfig],
  ['runbooks', (content: string) => parseRunbooksConfig(content, runbooks)],
  ['gameDays', parseGameDayConfig],
] as const;

/** Of one sentence in a reply, and of what a log shows of it. */
const [mostWords, mostDetails] = [2_500, 100_000];

describe.each(readers)('the section %s', (_name, read) => {
  const check = (content: string): void => {
    try {
      read(content);
    } catch (error) {
      if (!isFailure(error)) throw error;
      expect(`${error.message} ${error.next}`.length).toBeLessThan(mostWords);
      expect(error.details.join('\n').length).toBeLessThan(mostDetails);
    }
  };

  test('in a file that is nearly one', () => {
    fc.assert(fc.property(mutatedText([JSON.stringify(file, null, 2), '{}', '[]', '']), check), expedition);
    fc.assert(
      fc.property(mutatedValue([file]), (value) => check(JSON.stringify(value) ?? '')),
      expedition,
    );
  });

  test.each(hostileTexts.map((text) => [text.slice(0, 30), text]))('%j in every place', (_beginning, text) => {
    const replaced = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return text;
      if (Array.isArray(value)) return value.map(replaced);
      return Object.fromEntries([...Object.entries(value).map(([key, one]) => [key, replaced(one)]), [text, text]]);
    };
    for (const section of Object.keys(file)) check(JSON.stringify({ ...file, [section]: replaced(Reflect.get(file, section)) }));
    check(JSON.stringify(replaced(file)));
    check(JSON.stringify({ commands: { [text]: { [text]: text } }, stacks: text, runbooks: text, gameDays: [text] }));
  });
});

describe('the inputs of runbooks', () => {
  const names = [...new Set(runbooks.flatMap(({ inputs }) => Object.keys(inputs))), ...hostileTexts];
  const given = fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(fc.constantFrom(...hostileTexts), fc.string(), fc.constantFrom('1', '2h', 'true')),
    {
      maxKeys: 6,
    },
  );

  test.each(runbooks.map((runbook) => [runbook.id, runbook] as const))('%s', (_name, { inputs }) => {
    fc.assert(
      fc.property(given, (texts) => {
        const parsed = parseRunbookInputs(inputs, texts);
        if (parsed.kind === 'bad') expect(parsed.problems.join('\n').length).toBeLessThan(mostWords);
        else expect(Object.keys(parsed.values).every((name) => Object.hasOwn(inputs, name))).toBe(true);
      }),
      { ...expedition, numRuns: expedition.numRuns / 4 },
    );
  });
});

test("payloads of alarms: hints, or nothing; never another's words", () => {
  const alarm = { name: 'assess-staging-latency', arn: 'arn:aws:cloudwatch:eu-west-2:123456789012:alarm:assess-staging-latency' };
  const scope = { environment: 'staging', region: 'eu-west-2' };
  expect(parseHints(JSON.stringify([alarm]), scope).names).toEqual([alarm.name]);
  const check = (payload: string): void => {
    const { names, ignored } = parseHints(payload, scope);
    for (const name of names) expect(name).toMatch(/^assess-staging-[\x20-\x7e]*$/);
    expect(ignored.join('\n').length).toBeLessThan(mostWords);
  };
  fc.assert(fc.property(mutatedText([JSON.stringify([alarm, alarm])]), check), expedition);
  fc.assert(
    fc.property(mutatedValue([[alarm, alarm], alarm]), (value) => check(JSON.stringify(value) ?? '')),
    expedition,
  );
});

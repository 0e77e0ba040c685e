// What a repository may add to the lists of Opsdeck, and what is refused.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { problemsOfOwn, withOwnKpis } from '../../src/define/own-definitions.ts';
import { drills } from '../../src/drills/index.ts';
import { catalogue } from '../../src/kpis/index.ts';
import { runbooks } from '../../src/runbooks/index.ts';

const ours = { commands: [], kpis: catalogue.kpis, drills, runbooks };
const [someKpi] = catalogue.kpis;
const [someDrill] = drills;
const [someRunbook] = runbooks;
const own = (kind: string, ...list: readonly unknown[]) => problemsOfOwn({ [kind]: list }, ours);

describe('definitions of a repository', () => {
  test('may be none, or name each other and ours', () => {
    expect(problemsOfOwn({}, ours)).toEqual([]);
    const kpi = { ...someKpi, id: 'orders-age', runbook: 'count-orders' };
    const drill = { ...someDrill, id: 'slow-orders', hypothesis: [{ kpi: 'orders-age', tolerated: 1, windowSeconds: 60 }] };
    const runbook = { ...someRunbook, id: 'count-orders', symptoms: ['orders-age', someKpi?.id] };
    expect(problemsOfOwn({ kpis: [kpi], drills: [drill], runbooks: [runbook] }, ours)).toEqual([]);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ['nothing', problemsOfOwn(undefined, ours), ['It exports no object called "own".']],
    ['a list in place of an object', problemsOfOwn([], ours), ['It exports no object called "own".']],
    ['a misspelt kind', own('runbook'), ['own.runbook is none of commands, kpis, drills, runbooks.']],
    ['no list', problemsOfOwn({ kpis: { id: 'x' } }, ours), ['own.kpis is no list.']],
    ['a command without a name', own('commands', { id: 'weekly' }), ['own.commands[0] has no name.']],
    ['a drill that is none', own('drills', null), ['own.drills[0] has no id.']],
    [
      'an id like no other',
      own('kpis', { id: 'Orders Age' }),
      ['own.kpis has "Orders Age": expected words in lower case with hyphens between.'],
    ],
    ['an id of ours', own('drills', { id: 'az-failure' }), ['own.drills has "az-failure", and so has Opsdeck.']],
    [
      'a drill without what it breaks',
      own('drills', { id: 'slow-orders', hypothesis: [] }),
      ['own.drills has "slow-orders", whose actions is no list.'],
    ],
    ['an id twice', own('commands', { name: 'weekly sum' }, { name: 'weekly sum' }), ['own.commands has "weekly sum" twice.']],
    [
      'a runbook that there is not',
      own('kpis', { ...someKpi, id: 'orders-age', runbook: 'pray' }),
      ['The KPI orders-age names the runbook pray, which there is not.'],
    ],
    [
      'a KPI that there is not',
      own('drills', { ...someDrill, id: 'slow-orders', hypothesis: [{ kpi: 'luck', tolerated: 1, windowSeconds: 60 }] }),
      ['The drill slow-orders expects something of the KPI luck, which there is not.'],
    ],
    [
      'a symptom that there is not',
      own('runbooks', { ...someRunbook, id: 'count-orders', symptoms: ['luck'] }),
      ['The runbook count-orders names the KPI luck, which there is not.'],
    ],
  ])('are told apart from %s', (_what, problems, expected) => expect(problems).toEqual(expected));

  test('end game days by no more alarms than FIS takes', () => {
    const stops = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...someKpi, id: `stop-${index}`, layer: 'platform', aborts: ['game-day'] }));
    expect(own('kpis', ...stops(2))).toEqual([]);
    expect(own('kpis', ...stops(3))).toEqual(['3 KPIs of the platform end a game day: AWS FIS has room for 2 beside ours.']);
  });

  test('whatever a file exports, it is taken or told, and never longer than can be read', () => {
    fc.assert(
      fc.property(fc.record({ commands: fc.anything(), kpis: fc.array(fc.anything()), x: fc.anything() }), (value) => {
        const problems = problemsOfOwn(value, ours);
        expect(problems.length).toBeGreaterThan(0);
        for (const problem of problems) expect(problem.length).toBeLessThan(400);
      }),
    );
  });
});

test('KPIs of a repository come after ours, and its objectives stay ours', () => {
  const kpi = { ...someKpi, id: 'orders-age' } as (typeof catalogue.kpis)[number];
  const both = withOwnKpis(catalogue, { kpis: [kpi] });
  expect(both.kpis.map(({ id }) => id)).toEqual([...catalogue.kpis.map(({ id }) => id), 'orders-age']);
  expect(both.slos).toBe(catalogue.slos);
});

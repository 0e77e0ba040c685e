// What an alarm may start by itself, and everything that keeps it from that.
import { describe, expect, test } from '@jest/globals';
import { type AutomaticFacts, decideAutomatic } from '../../../../src/actions/runbook/incident/automatic.ts';
import { automaticKey, incidentKey } from '../../../../src/actions/runbook/incident/keys.ts';
import type { Suspect } from '../../../../src/actions/runbook/incident/suspects.ts';
import { runbookOf } from './support/runbooks.ts';
import { cpu, errors, latency, openScene } from './support/scene.ts';

const rule = { runbook: 'ecs-rollback', environments: ['staging'], inputs: {}, mostPerDay: 2, cooldownMinutes: 30 };
const now = new Date('2026-01-31T12:00:00.000Z');
const start = (minutesAgo: number, runbook = 'ecs-rollback') => ({
  runbook,
  incident: 'x',
  at: new Date(now.getTime() - minutesAgo * 60_000).toISOString(),
});
const deploying: Suspect = {
  kind: 'deploy',
  words: 'deploy of 3f2a91c: baking',
  at: '2026-01-31T11:58:00.000Z',
  isUnderWay: true,
  hasChanged: false,
};
const facts: AutomaticFacts = {
  now,
  environment: 'staging',
  incident: {
    id: 'app-errors-1',
    environment: 'staging',
    alarm: errors,
    arn: 'arn',
    severity: 'critical',
    members: [],
    openedAt: '2026-01-31T11:59:00.000Z',
    lastRangAt: '2026-01-31T11:59:00.000Z',
    rings: 1,
    noticedAt: '2026-01-31T11:59:30.000Z',
    automatic: [],
    timeline: [],
  },
  matching: [runbookOf('ecs-rollback')],
  rules: [rule],
  ledger: { starts: [] },
  suspects: [],
  isStorm: false,
};
const tried = {
  ...facts.incident,
  automatic: [{ runbook: 'ecs-rollback', at: now.toISOString(), status: 'begun', words: '' }],
} as const;
const taken = { ...facts.incident, acknowledged: { by: 'ada', at: now.toISOString() } };

test.each<[string, Partial<AutomaticFacts>, string]>([
  ['what a rule is about', {}, 'run'],
  ['one that began a day ago does not count', { ledger: { starts: [start(1441), start(1442), start(1443)] } }, 'run'],
  ['another one does not count', { ledger: { starts: [start(1, 'ecs-scale'), start(2, 'ecs-scale')] } }, 'run'],
  ["what has ended is in nobody's way", { suspects: [{ ...deploying, isUnderWay: false }] }, 'run'],
  ['no rule', { rules: [] }, 'none'],
  ['a rule for another environment', { rules: [{ ...rule, environments: ['production'] }] }, 'none'],
  ['a rule for a runbook that is no answer to it', { rules: [{ ...rule, runbook: 'ecs-scale' }] }, 'none'],
  ['once for an incident', { incident: tried }, 'none'],
  ['high risk, whatever the rule says', { matching: [runbookOf('ecs-rollback', { risk: 'high' })] }, 'it is of high risk'],
  ['a storm', { isStorm: true }, 'too many alarms ring for anything to be started by itself'],
  ['somebody is at it', { incident: taken }, 'ada is at it'],
  ['a deploy is under way', { suspects: [deploying] }, 'something is under way: deploy of 3f2a91c: baking'],
  [
    'as often as it may within a day',
    { ledger: { starts: [start(600), start(700)] } },
    'alarms have started it 2 times within 24 hours already',
  ],
  ['a moment ago', { ledger: { starts: [start(29)] } }, 'an alarm has started it less than 30 minutes ago'],
  ['nobody can tell', { ledger: undefined }, 'nobody can tell what alarms have started today'],
])('%s', (_, more, expected) => {
  const decision = decideAutomatic({ ...facts, ...more });
  expect(decision.kind === 'leave' ? decision.because : decision.kind).toBe(expected);
});

describe('a runbook that an alarm starts', () => {
  const config = { automatic: [rule] };

  test('is written down before, run once, and told of in the issue', async () => {
    const scene = openScene({ config });
    const seen: unknown[] = [];
    const run = scene.engine.run;
    scene.engine.run = async (ask) => {
      seen.push(scene.bucket.get(automaticKey('staging'))?.value, scene.incident(errors).automatic);
      // Nobody has to wait for it.
      expect([...scene.bucket.keys()].filter((key) => key.startsWith('locks/'))).toEqual([]);
      scene.clock.advance(120);
      return run(ask);
    };
    scene.alarms.set(errors, 'ALARM');
    const outcome = await scene.handle();
    const at = '2026-01-31T12:00:00.000Z';
    expect(seen).toEqual([
      { starts: [{ runbook: 'ecs-rollback', incident: 'app-errors-20260131t120000z', at }] },
      [{ runbook: 'ecs-rollback', at, status: 'begun', words: '' }],
    ]);
    expect(outcome.automatic).toMatchObject([{ runbook: 'ecs-rollback', status: 'done' }]);
    expect(scene.runs).toMatchObject([{ runbook: { id: 'ecs-rollback' }, reason: `the alarm ${errors} rings` }]);
    expect(scene.comments).toEqual([
      {
        issue: 1,
        body: '📗 The alarm has started the runbook `ecs-rollback` at 2026-01-31 12:00 UTC: **done**.\n\ndesired tasks of assess\\-staging\\-app: 4 \\-\\> 6',
      },
    ]);
    expect(scene.issues.get(1)?.body).toContain('`ecs-rollback` ✅ done');
    expect(scene.incident(errors).mitigated).toEqual({
      at: '2026-01-31T12:02:00.000Z',
      words: 'runbook ecs-rollback, started by the alarm',
    });
    scene.clock.advance(700);
    await scene.handle();
    expect(scene.runs).toHaveLength(1);
  });

  test('and that fails is told of, too', async () => {
    const scene = openScene({ config });
    scene.engine.run = async () => {
      throw new Error('AWS does not answer');
    };
    scene.alarms.set(errors, 'ALARM');
    expect((await scene.handle()).automatic).toMatchObject([{ status: 'failed', words: 'AWS does not answer' }]);
    expect(scene.issues.get(1)?.body).toContain('❌ failed: AWS does not answer');
  });

  test('is one in a run, whatever else rings; and the others wait for their turn', async () => {
    const scene = openScene({ config });
    for (const name of [errors, latency, cpu]) scene.alarms.set(name, 'ALARM');
    await scene.handle();
    expect(scene.runs).toHaveLength(1);
    scene.clock.advance(700);
    await scene.handle();
    expect(scene.runs).toHaveLength(1);
    expect(scene.issues.get(2)?.body).toContain('is not started by itself: an alarm has started it less than 30 minutes ago');
    scene.clock.advance(1200);
    await scene.handle();
    expect(scene.runs.map(({ incident }) => incident.alarm)).toEqual([errors, latency]);
  });

  test("is none where a run died in the middle: what it left is a person's matter", async () => {
    const scene = openScene({ config });
    const died = new Error('killed');
    scene.engine.run = () => new Promise((_resolve, reject) => reject(died));
    const { documents } = scene;
    let isDead = false;
    const dying = {
      ...documents,
      replace: async (...args: Parameters<typeof documents.replace>) => {
        if (isDead) throw died;
        const written = await documents.replace(...args);
        isDead = args[0] === incidentKey('staging', errors) && JSON.stringify(args[1]).includes('begun');
        return written;
      },
    };
    scene.alarms.set(errors, 'ALARM');
    await expect(scene.handle('', { documents: dying })).rejects.toThrow('killed');
    scene.clock.advance(24 * 3600);
    await scene.handle();
    expect(scene.runs).toEqual([]);
    expect(scene.issues.get(1)?.body).toContain('`ecs-rollback` ⏳ began');
  });
});

// An alarm's life: it rings, an issue is opened and kept, somebody takes it on, it is quiet again, and the issue is closed.
import { describe, expect, test } from '@jest/globals';
import { acknowledge } from '../../../../src/actions/runbook/incident/acknowledge.ts';
import { incidentKey, incidentsLockKey, stormKey } from '../../../../src/actions/runbook/incident/keys.ts';
import { messageOf } from '../../../../src/actions/runbook/incident/render/summary.ts';
import { alarmArn } from '../../../support/fake-alarms.ts';
import { cpu, errors, latency, openScene, payloadOf, type Scene, trouble } from './support/scene.ts';

function bodyOf(scene: Scene, number = 1): string {
  return scene.issues.get(number)?.body ?? '';
}

describe('an alarm that rings', () => {
  test('has one issue, which tells what users notice and what to do', async () => {
    const scene = openScene();
    scene.alarms.set(errors, 'ALARM', 'Threshold Crossed: 3 of 5 datapoints were above 1.0');
    scene.clock.advance(90);
    const outcome = await scene.handle(payloadOf(errors));
    expect(outcome.performed).toMatchObject([{ kind: 'open', alarm: errors }]);
    expect(scene.issues.get(1)).toMatchObject({
      title: 'Incident in staging: Errors',
      marker: 'incident/staging/app-errors-20260131t120000z',
      labels: ['incident', 'severity: critical'],
    });
    const body = bodyOf(scene);
    expect(body).toContain('🔴 **More than 1 % of the answers are 5XX** in `staging`, since 2026-01-31 12:00 UTC (1 min 30 s).');
    expect(body).toContain('| tasks of ecs-rollback | 4 | 6 |');
    expect(body).toContain('To plan it anew, comment `/runbook plan ecs-rollback environment=staging`.');
    expect(body).toContain('`/runbook plan collect-diagnostics environment=staging`');
    expect(body).toContain('xychart-beta');
    expect(body).toContain('Nobody has acknowledged it: comment `/ack`.');
    expect(messageOf(outcome)).toBe('1 of 3 alarms ring in staging; incidents: 1 opened, 0 brought up to date, 0 closed.');
  });

  test('rings on: the issue is left alone until there is news, or ten minutes have passed', async () => {
    const scene = openScene();
    scene.alarms.set(errors, 'ALARM');
    await scene.handle();
    scene.clock.advance(60);
    expect((await scene.handle()).performed).toEqual([]);
    scene.clock.advance(600);
    expect((await scene.handle()).performed).toMatchObject([{ kind: 'update' }]);
    expect(bodyOf(scene)).toContain('(11 min)');
    expect(scene.memory.open()).toEqual([1]);
  });

  test('of the payload is believed only as far as AWS says so', async () => {
    const scene = openScene();
    expect(await scene.handle(payloadOf(errors, latency))).toMatchObject({ performed: [], ringing: 0, ignored: [] });
    expect(scene.issues.size).toBe(0);
  });

  test('is of the environment by how its names begin in the repository', async () => {
    const own = 'shop-staging-orders-age';
    const scene = openScene({ alarms: [own, errors] });
    for (const name of [own, errors]) scene.alarms.set(name, 'ALARM');
    const settings = { ...scene.world().settings, names: { prefix: 'shop' } };
    const outcome = await scene.handle(payloadOf(own, errors), { settings });
    expect(outcome).toMatchObject({ alarms: 1, performed: [{ kind: 'open', alarm: own }] });
    expect(outcome.ignored).toEqual(['1 of the payload: an alarm of another environment']);
    expect(scene.issues.get(1)?.marker).toBe('incident/staging/orders-age-20260131t120000z');
    // A run that cannot read the configuration looks for other names: that says nothing of this alarm.
    for (const seconds of [60, 3600]) {
      scene.clock.advance(seconds);
      await scene.handle();
      expect(scene.incident(own)).toMatchObject({ alarm: own });
      expect(scene.incident(own)).not.toHaveProperty('goneSince');
    }
    expect(scene.memory.open()).toContain(1);
  });

  test('without a runbook of ours says so', async () => {
    const scene = openScene({ runbooks: [] });
    scene.alarms.set(errors, 'ALARM');
    await scene.handle();
    expect(bodyOf(scene)).toContain('The catalogue names `ecs-rollback`, which there is not.');
  });

  test('whose runbook cannot be planned says why', async () => {
    const scene = openScene();
    scene.engine.plan = async () => {
      throw new Error('User is not authorized to perform ecs:DescribeServices');
    };
    scene.alarms.set(errors, 'ALARM');
    await scene.handle();
    expect(bodyOf(scene)).toContain('⚠️ It cannot be planned now: User is not authorized');
  });

  test('whose runbook needs something that only a person can say is not planned', async () => {
    const scene = openScene();
    scene.alarms.set(cpu, 'ALARM');
    await scene.handle();
    expect(bodyOf(scene)).toContain('somebody has to say `desired`');
    expect(bodyOf(scene)).toContain('/runbook run ecs-scale environment=staging desired=12 reason="..."');
  });

  test('of somebody who made it by hand has an issue, too, and its name does no harm', async () => {
    const name = 'assess-staging-@team <img src=x> `x` | [a](http://b)';
    const scene = openScene({ alarms: [name] });
    scene.alarms.set(name, 'ALARM', '@everyone see http://evil.example');
    await scene.handle();
    expect(scene.memory.open()).toEqual([1]);
    expect(bodyOf(scene)).not.toMatch(/(?<!\\)<img|(?<!`)@(team|everyone)|\]\(http:\/\/b/);
    expect([...scene.bucket.keys()].filter((key) => key.startsWith('runs/'))).toEqual([
      expect.stringMatching(/^runs\/incidents\/staging\/team-img-src-x-x-a-http-b-[\da-f]{12}\.json$/),
    ]);
  });

  test("of a preview, or of another environment with a similar name, is nobody on call's", async () => {
    const names = ['assess-staging-pr-7-errors', 'assess-staging2-app-errors'];
    const scene = openScene({ alarms: names });
    for (const name of names) scene.alarms.set(name, 'ALARM');
    expect(await scene.handle()).toMatchObject({ alarms: 0, ringing: 0, performed: [] });
  });
});

describe('an incident', () => {
  test('is over when its alarm has been quiet for ten minutes, and says how long everything took', async () => {
    const scene = openScene();
    scene.alarms.set(errors, 'ALARM');
    scene.clock.advance(60);
    await scene.handle();
    scene.clock.advance(120);
    await acknowledge(scene.world(), 1, 'ada');
    scene.clock.advance(720);
    scene.alarms.set(errors, 'OK');
    scene.clock.advance(300);
    await scene.handle();
    expect(bodyOf(scene)).toContain('🟡 **It is over so far:**');
    expect(scene.memory.open()).toEqual([1]);
    scene.clock.advance(300);
    expect((await scene.handle()).performed).toMatchObject([{ kind: 'close' }]);
    expect(scene.memory.open()).toEqual([]);
    expect(scene.comments.map(({ body }) => body)).toEqual([
      [
        '✅ `assess-staging-app-errors` has been OK since 2026-01-31 12:15 UTC.',
        '',
        '- Time to acknowledge: **3 min** (by ada)',
        '- Time to mitigate: **15 min** (the alarm was OK again)',
        '- Time to resolve: **15 min**',
        '',
        'If it rings again within 24 hours, this issue is opened again.',
      ].join('\n'),
    ]);
    expect(scene.incident(errors)).toMatchObject({ ending: 'quiet', resolvedAt: '2026-01-31T12:15:00.000Z' });
  });

  test('without data neither ends nor begins', async () => {
    const scene = openScene();
    scene.alarms.set(errors, 'ALARM');
    await scene.handle();
    scene.alarms.set(errors, 'INSUFFICIENT_DATA');
    scene.alarms.set(latency, 'INSUFFICIENT_DATA');
    scene.clock.advance(3600);
    await scene.handle();
    expect(scene.memory.open()).toEqual([1]);
    expect(bodyOf(scene)).toContain('⚪ **Nobody can tell whether it is over:**');
  });

  test('that comes back within a day has its old issue, and not a new one', async () => {
    const scene = openScene();
    for (let ring = 0; ring < 3; ring += 1) {
      scene.alarms.set(errors, 'ALARM');
      await scene.handle();
      scene.alarms.set(errors, 'OK');
      scene.clock.advance(700);
      await scene.handle();
    }
    expect(scene.issues.size).toBe(1);
    expect(scene.comments.filter(({ body }) => body.startsWith('🔴')).map(({ body }) => body)).toEqual([
      '🔴 `assess-staging-app-errors` rings again since 2026-01-31 12:11 UTC: for the 2nd time.',
      '🔴 `assess-staging-app-errors` rings again since 2026-01-31 12:23 UTC: for the 3rd time.',
    ]);
    scene.clock.advance(25 * 3600);
    scene.alarms.set(errors, 'ALARM');
    await scene.handle();
    expect(scene.memory.open()).toEqual([2]);
  });

  test('that a person closes stays closed while the alarm rings on, and is opened again when it rings anew', async () => {
    const scene = openScene();
    scene.alarms.set(errors, 'ALARM');
    await scene.handle();
    scene.memory.closeByHand(1);
    scene.clock.advance(700);
    await scene.handle();
    await scene.handle(payloadOf(errors));
    expect(scene.memory.open()).toEqual([]);
    expect(scene.incident(errors)).toMatchObject({ ending: 'person' });
    scene.alarms.set(errors, 'OK');
    scene.clock.advance(60);
    scene.alarms.set(errors, 'ALARM');
    await scene.handle();
    expect(scene.memory.open()).toEqual([1]);
  });

  test('whose alarm is removed waits for it, then ends', async () => {
    const scene = openScene();
    scene.alarms.set(errors, 'ALARM');
    await scene.handle();
    scene.alarms.remove(errors);
    await scene.handle();
    expect(scene.memory.open()).toEqual([1]);
    scene.clock.advance(700);
    await scene.handle();
    expect(scene.memory.open()).toEqual([]);
    expect(scene.comments[0]?.body).toContain('There is no alarm `assess-staging-app-errors` any more');
  });

  test.each([
    ['an assignee', (scene: Scene) => scene.memory.assign(1, 'max')],
    ['the first comment of a person', (scene: Scene) => scene.memory.answer(1, 'max')],
  ])('is acknowledged by %s', async (_, act) => {
    const scene = openScene();
    scene.alarms.set(errors, 'ALARM');
    await scene.handle();
    scene.clock.advance(660);
    act(scene);
    await scene.handle();
    expect(scene.incident(errors).acknowledged).toEqual({ by: 'max', at: '2026-01-31T12:11:00.000Z' });
  });
});

describe('acknowledging', () => {
  test('is done once, of an incident that is open, and of nothing else', async () => {
    const scene = openScene();
    scene.alarms.set(errors, 'ALARM');
    await scene.handle();
    scene.clock.advance(30);
    expect(await acknowledge(scene.world(), 1, 'ada')).toEqual({
      kind: 'acknowledged',
      environment: 'staging',
      alarm: errors,
      seconds: 30,
    });
    expect(await acknowledge(scene.world(), 1, 'max')).toEqual({ kind: 'already', by: 'ada', at: '2026-01-31T12:00:30.000Z' });
    expect(await acknowledge(scene.world(), 2, 'max')).toEqual({ kind: 'none' });
    scene.memory.closeByHand(1);
    scene.clock.advance(700);
    await scene.handle();
    expect(await acknowledge(scene.world(), 1, 'max')).toEqual({ kind: 'closed' });
  });
});

describe('a composite alarm', () => {
  const setup = { alarms: [errors, latency, trouble] };

  test('has the one incident of all that it sums up', async () => {
    const scene = openScene(setup);
    for (const name of [errors, latency, trouble]) scene.alarms.set(name, 'ALARM');
    await scene.handle();
    expect(scene.memory.open()).toEqual([1]);
    expect(scene.issues.get(1)?.title).toBe('Incident in staging: The service fails or is slow for its users');
    expect(bodyOf(scene)).toMatch(/trouble.*rings[\s\S]*errors.*rings[\s\S]*latency.*rings/);
  });

  test('goes on in the issue of what rang first', async () => {
    const scene = openScene(setup);
    scene.alarms.set(errors, 'ALARM');
    await scene.handle();
    await acknowledge(scene.world(), 1, 'ada');
    scene.alarms.set(latency, 'ALARM');
    await scene.handle();
    expect(scene.memory.open()).toEqual([1, 2]);
    scene.alarms.set(trouble, 'ALARM');
    await scene.handle();
    expect(scene.memory.open()).toEqual([1]);
    expect(scene.issues.get(1)?.title).toContain('fails or is slow');
    expect(scene.comments.at(-1)).toEqual({
      issue: 2,
      body: 'It is part of something larger, and goes on in #1: `assess-staging-app-trouble` sums it up.',
    });
    expect(scene.incident(trouble)).toMatchObject({ acknowledged: { by: 'ada' }, members: [errors, latency] });
    expect([errors, latency].map((name) => scene.incident(name).ending)).toEqual(['continued', 'continued']);
  });

  test('is over when all of it is', async () => {
    const scene = openScene(setup);
    for (const name of [errors, trouble]) scene.alarms.set(name, 'ALARM');
    await scene.handle();
    scene.alarms.set(trouble, 'OK');
    scene.clock.advance(900);
    await scene.handle();
    expect(scene.memory.open()).toEqual([1]);
    scene.alarms.set(errors, 'OK');
    scene.clock.advance(601);
    await scene.handle();
    expect(scene.memory.open()).toEqual([]);
  });
});

describe('a storm', () => {
  const names = Array.from({ length: 500 }, (_, index) => `assess-staging-extra-${String(index).padStart(3, '0')}`);

  test('of 500 alarms has ten issues and one that lists the others; nothing is lost', async () => {
    const scene = openScene({ alarms: [...names, errors] });
    for (const name of [...names, errors]) scene.alarms.set(name, 'ALARM');
    await scene.handle(payloadOf(...names));
    expect(scene.memory.open()).toHaveLength(11);
    expect(scene.issues.get(1)?.title).toBe('Incident in staging: Errors');
    const storm = scene.issues.get(11);
    expect(storm?.title).toBe('Alarm storm in staging');
    expect(storm?.body).toContain('**491 alarms ring in `staging` that have no issue of their own**');
    expect(storm?.body.length).toBeLessThan(60_000);
    expect(scene.memory.calls.length).toBeLessThan(15);
    scene.memory.calls.length = 0;
    expect((await scene.handle()).performed).toEqual([]);
    expect(scene.memory.calls).toEqual(['update']);
  });

  test('passes: what still rings gets issues of its own, and the list is closed', async () => {
    const scene = openScene({ alarms: names });
    for (const name of names) scene.alarms.set(name, 'ALARM');
    await scene.handle();
    scene.clock.advance(60);
    for (const name of names.slice(12)) scene.alarms.set(name, 'OK');
    scene.clock.advance(660);
    await scene.handle();
    expect(scene.memory.open()).toHaveLength(12);
    expect(scene.issues.get(11)?.isOpen).toBe(false);
    expect(scene.comments).toContainEqual({
      issue: 11,
      body: '🌤️ The storm is over: 488 alarms have come and gone. 2 that still ring have issues of their own now.',
    });
    expect(scene.bucket.has(stormKey('staging'))).toBe(false);
    // When it rang, and not when the storm was over.
    expect(scene.incident(names[10] ?? '')).toMatchObject({ openedAt: '2026-01-31T12:00:00.000Z' });
  });

  test('does not hide what users notice', async () => {
    const scene = openScene({ alarms: [...names.slice(0, 30), errors] });
    for (const name of names.slice(0, 30)) scene.alarms.set(name, 'ALARM');
    await scene.handle();
    scene.alarms.set(errors, 'ALARM');
    expect((await scene.handle()).performed).toMatchObject([{ kind: 'open', alarm: errors }]);
  });
});

describe('two runs at once', () => {
  test('make one issue', async () => {
    const scene = openScene();
    scene.alarms.set(errors, 'ALARM');
    scene.activeRuns.add(2);
    const runs = [1, 2].map((runId) => scene.handle('', { run: { runId, attempt: 1, job: 'alarms' } }));
    await Promise.all(runs);
    expect(scene.issues.size).toBe(1);
    expect(scene.bucket.has(incidentsLockKey('staging'))).toBe(false);
  });

  test('of which one has died: the other takes over', async () => {
    const scene = openScene();
    scene.alarms.set(errors, 'ALARM');
    await scene.documents.create(incidentsLockKey('staging'), {
      owner: { runId: 9, attempt: 1, job: 'alarms' },
      reason: 'alarms',
      since: '2026-01-31T11:00:00.000Z',
      expires: '2026-01-31T13:00:00.000Z',
    });
    await scene.handle();
    expect(scene.memory.open()).toEqual([1]);
  });
});

describe('what fails', () => {
  test('on GitHub is told, and done by the next run', async () => {
    const scene = openScene();
    scene.alarms.set(errors, 'ALARM');
    scene.memory.fail(new Error('GitHub answers 502'));
    const outcome = await scene.handle();
    expect(outcome.failures).toEqual([`${errors}: GitHub answers 502`]);
    scene.memory.fail(undefined);
    expect(await scene.handle()).toMatchObject({ failures: [], performed: [{ kind: 'update' }] });
    expect(scene.memory.open()).toEqual([1]);
  });

  test('of what is only told beside it, is no reason not to tell of the alarm', async () => {
    const scene = openScene();
    scene.alarms.set(errors, 'ALARM');
    const broken = async (): Promise<never> => {
      throw new Error('AWS does not answer');
    };
    await scene.handle('', { metrics: { read: broken }, taggedResources: { find: broken } });
    expect(scene.memory.open()).toEqual([1]);
    expect(scene.log.filter((line) => line.startsWith('warning'))).toHaveLength(1);
  });

  test('a document that somebody else has written is none of ours', async () => {
    const scene = openScene();
    scene.alarms.set(errors, 'ALARM');
    await scene.documents.create(incidentKey('staging', errors), { id: 7 });
    await scene.handle();
    expect(scene.memory.open()).toEqual([1]);
    expect(scene.incident(errors).issue).toBe(1);
  });
});

test.each([
  ['no JSON', '{', '1'],
  ['what nests too deep', '['.repeat(60_000), 'a payload'],
  ['what is too long', `"${'x'.repeat(70_000)}"`, 'a payload of 70002 characters'],
  ['numbers', '[1, null, "x", []]', '4 of the payload: no alarm'],
  ['a prototype', '[{"__proto__": {"name": "assess-staging-app-errors"}, "constructor": 1}]', '1 of the payload: no alarm'],
  [
    'another region',
    hint(errors, alarmArn(errors).replace('eu-west-2', 'us-east-1')),
    '1 of the payload: an alarm of another region',
  ],
  ['another account', hint(errors, alarmArn(errors).replace('123456789012', '999999999999')), 'no alarm of this account'],
  ['another environment', hint('assess-production-app-errors'), '1 of the payload: an alarm of another environment'],
  ['an ARN of something else', hint(errors, alarmArn(latency)), 'an alarm whose ARN is of another one'],
  ['501 of them', `[${'0,'.repeat(500)}0]`, '1 of the payload: entries beyond'],
])('a payload that is forged does nothing but a line in the log: %s', async (_, payload, line) => {
  const scene = openScene();
  const outcome = await scene.handle(payload);
  expect(outcome.performed).toEqual([]);
  expect(scene.issues.size).toBe(0);
  expect(outcome.ignored.join('; ')).toContain(line === '1' ? 'no JSON' : line);
  expect(scene.log.filter((each) => each.startsWith('Ignored'))).toHaveLength(outcome.ignored.length);
});

function hint(name: string, arn = alarmArn(name)): string {
  return JSON.stringify([{ name, arn }]);
}

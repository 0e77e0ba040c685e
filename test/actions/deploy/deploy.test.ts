// A deploy of a service, from its plan to its end: it stays, or the last good one is back, or somebody is called.
import { describe, expect, jest, test } from '@jest/globals';
import { holdKey } from '../../../src/actions/environment/hold-store.ts';
import { journalKey } from '../../../src/actions/game-day/keys.ts';
import { failure } from '../../../src/define/failure.ts';
import { expired, throttled } from '../../support/troubles.ts';
import { watching } from '../game-day/report/support/game-days.ts';
import { codeOf, deploy, goodVersions, journalOf, running } from './support/runs.ts';
import {
  alertsTopic,
  errors,
  identity,
  imageOf,
  latency,
  makeBad,
  openStage,
  type Stage,
  unbuilt,
  unhealthy,
} from './support/stage.ts';

jest.setTimeout(30_000);

const applyFailed = () => failure({ code: 'terraform/apply-failed', what: 'AWS said no.', next: 'Ask it why.' });

/** How it ended: result, what runs, what is known to be good, the journal's last word. */
async function endOf(stage: Stage, version = 'v2', options: Parameters<typeof deploy>[2] = {}) {
  const result = await deploy(stage, version, options);
  return [codeOf(result), await running(stage), goodVersions(stage).join(' '), journalOf(stage)?.state];
}

const timelineOf = (stage: Stage) => journalOf(stage).timeline.map(({ at, words }) => `${at.slice(11, 19)} ${words}`);

describe('a good deploy', () => {
  test('is planned, applied, watched for as long as its alarms need, kept, and known to be good', async () => {
    const stage = openStage();
    expect(await endOf(stage)).toEqual(['kept', 'v2 COMPLETED', 'v2 v1', 'kept']);
    expect(timelineOf(stage)).toMatchInlineSnapshot(`
[
  "12:00:00 deploy of 7632000 begins",
  "12:00:00 nothing speaks against it: it is applied",
  "12:00:00 applied: ECS rolls it out as ecs-svc/4",
  "12:02:00 its tasks have taken over; 480 s of silence are to prove it",
  "12:10:00 it has proven itself",
  "12:10:00 kept",
]
`);
    expect([...stage.bucket.keys()].filter((key) => key.startsWith('locks/'))).toEqual([]);
  });

  test('is watched for longer where somebody asks for it, and never for less than the alarms need', async () => {
    for (const [bakeSeconds, seconds] of [
      [1200, 1200],
      [5, 480],
    ] as const) {
      const stage = openStage();
      await deploy(stage, 'v2', { settings: { bakeSeconds } });
      expect(timelineOf(stage).find((line) => line.includes('taken over'))).toContain(`${seconds} s of silence`);
    }
  });

  test('closes the issue of an earlier freeze', async () => {
    const stage = openStage();
    stage.issues.set('deploy/staging', { marker: 'deploy/staging', title: '', body: '', labels: [] });
    await deploy(stage, 'v2');
    expect(stage.closed).toEqual(['deploy/staging']);
  });

  test('of what runs already changes nothing', async () => {
    const stage = openStage({ running: 'v2' });
    expect(await endOf(stage)).toEqual(['nothing-to-do', 'v2 COMPLETED', 'v2', 'kept']);
    expect(stage.applied).toEqual([]);
  });

  test('of what runs already, and was deployed by somebody else, makes it known to be good', async () => {
    const stage = openStage({ running: 'v2' });
    stage.bucket.delete('staging/service.good.json');
    expect(await endOf(stage)).toEqual(['nothing-to-do', 'v2 COMPLETED', 'v2', 'kept']);
  });

  test('of what runs already does not ask whether its alarms are well, and calls it good only if they are', async () => {
    const stage = openStage({ running: 'v2' });
    stage.bucket.delete('staging/service.good.json');
    stage.alarms.set(errors, 'ALARM');
    expect(await endOf(stage)).toEqual(['nothing-to-do', 'v2 COMPLETED', '', 'kept']);
  });

  test('may be the first one: its alarms come with it', async () => {
    const stage = openStage({ running: 'none' });
    expect(await endOf(stage)).toEqual(['kept', 'v2 COMPLETED', 'v2', 'kept']);
  });

  test('may bring an alarm that was not there', async () => {
    const stage = openStage();
    stage.absent.add(latency);
    expect(await endOf(stage)).toEqual(['kept', 'v2 COMPLETED', 'v2 v1', 'kept']);
  });

  test('remembers the last five that were good', async () => {
    const stage = openStage();
    for (const version of ['v2', 'v3', 'v4', 'v5', 'v6', 'v7']) await deploy(stage, version);
    expect(goodVersions(stage)).toEqual(['v7', 'v6', 'v5', 'v4', 'v3']);
  });
});

describe('a bad deploy', () => {
  test('that lets an alarm ring is rolled back, and the good one is verified', async () => {
    const stage = openStage();
    makeBad(stage, 'v2');
    expect(await endOf(stage)).toEqual(['rolled-back alarm', 'v1 COMPLETED', 'v1', 'rolled-back']);
    expect(timelineOf(stage)).toMatchInlineSnapshot(`
[
  "12:00:00 deploy of 7632000 begins",
  "12:00:00 nothing speaks against it: it is applied",
  "12:00:00 applied: ECS rolls it out as ecs-svc/4",
  "12:02:00 its tasks have taken over; 480 s of silence are to prove it",
  "12:04:10 The alarm assess-staging-app-errors rang: 3 of 5 were above 1.0; going back to 7631000",
  "12:04:10 7631000 was applied again",
  "12:08:10 7631000 runs again, as ecs-svc/7",
]
`);
    expect(journalOf(stage)).toMatchObject({ cause: { kind: 'alarm', alarm: errors }, rollback: { starts: 1 } });
    expect(stage.pager.pages).toEqual([]);
  });

  test('whose tasks do not come up is rolled back, as ECS did it', async () => {
    const stage = openStage();
    stage.onRollout = (version) => {
      if (version === 'v2') stage.clock.in(60, () => stage.services?.failRollout(identity));
    };
    expect(await endOf(stage)).toEqual(['rolled-back rollout-failed', 'v1 COMPLETED', 'v1', 'rolled-back']);
    // The state of Terraform's agrees with what runs.
    expect(stage.applied).toEqual(['v2 host', 'v1 good']);
  });

  test('that ECS has turned back before anybody looked is rolled back', async () => {
    const stage = openStage();
    stage.before = (command) => {
      if (command === 'applied host') stage.services?.failRollout(identity);
    };
    expect(await endOf(stage)).toEqual(['rolled-back replaced', 'v1 COMPLETED', 'v1', 'rolled-back']);
  });

  test.each([
    ['of which some cannot be applied', 'applied host'],
    ['that cannot be applied at all', 'apply host'],
  ])('%s is rolled back', async (_name, at) => {
    const stage = openStage();
    stage.before = (command) => {
      if (command === at) throw applyFailed();
    };
    expect(await endOf(stage)).toEqual(['rolled-back apply-failed', 'v1 COMPLETED', 'v1', 'rolled-back']);
  });

  test('is rolled back once: the same commit again is another deploy', async () => {
    const stage = openStage();
    makeBad(stage, 'v2');
    await deploy(stage, 'v2');
    expect(await endOf(stage)).toEqual(['rolled-back alarm', 'v1 COMPLETED', 'v1', 'rolled-back']);
    expect(stage.applied).toEqual(['v2 host', 'v1 good', 'v2 host', 'v1 good']);
  });

  test('is followed by a good one, and what is known to be good goes on from there', async () => {
    const stage = openStage();
    makeBad(stage, 'v2');
    await deploy(stage, 'v2');
    expect(await endOf(stage, 'v3')).toEqual(['kept', 'v3 COMPLETED', 'v3 v1', 'kept']);
  });
});

describe('alarms', () => {
  test('one that rang and went back counts', async () => {
    const stage = openStage();
    stage.onRollout = (version) => {
      if (version !== 'v2') return;
      stage.clock.in(301, () => stage.alarms.set(errors, 'ALARM'));
      stage.clock.in(303, () => stage.alarms.set(errors, 'OK'));
    };
    expect(await endOf(stage)).toEqual(['rolled-back alarm', 'v1 COMPLETED', 'v1', 'rolled-back']);
    expect(journalOf(stage).cause?.words).toBe(`The alarm ${errors} rang, and has gone back since`);
  });

  test('one whose state was only written again has not rung', async () => {
    const stage = openStage();
    stage.onRollout = () =>
      stage.clock.in(200, () => stage.alarms.change(errors, { updatedAt: stage.clock.now().toISOString() }));
    expect(await endOf(stage)).toEqual(['kept', 'v2 COMPLETED', 'v2 v1', 'kept']);
  });

  test('what one did long before is not the doing of the deploy, whatever our clock says', async () => {
    const stage = openStage();
    stage.alarms.change(errors, { transitionedAt: '2026-01-31T12:30:00.000Z' });
    expect(await endOf(stage)).toEqual(['kept', 'v2 COMPLETED', 'v2 v1', 'kept']);
  });

  test('one that is removed in the middle is not well, and going back brings it again', async () => {
    const stage = openStage();
    stage.onRollout = (version) => {
      if (version === 'v2') stage.clock.in(300, () => stage.absent.add(unhealthy));
    };
    expect(await endOf(stage)).toEqual(['rolled-back alarm-missing', 'v1 COMPLETED', 'v1', 'rolled-back']);
    expect([...stage.absent]).toEqual([]);
  });

  test('one without data is waited for', async () => {
    const stage = openStage();
    stage.onRollout = () => {
      stage.clock.in(300, () => stage.alarms.set(latency, 'INSUFFICIENT_DATA'));
      stage.clock.in(800, () => stage.alarms.set(latency, 'OK'));
    };
    expect(await endOf(stage)).toEqual(['kept', 'v2 COMPLETED', 'v2 v1', 'kept']);
  });

  test('one that stays without data proves nothing in the end', async () => {
    const stage = openStage();
    stage.onRollout = (version) => {
      stage.clock.in(300, () => stage.alarms.set(latency, version === 'v2' ? 'INSUFFICIENT_DATA' : 'OK'));
    };
    expect(await endOf(stage)).toEqual(['rolled-back unsettled', 'v1 COMPLETED', 'v1', 'rolled-back']);
  });

  test('one that rang for a handful of requests is waited for, and forgotten when it has gone back', async () => {
    const stage = openStage();
    stage.requestsPerMinute = 3;
    stage.onRollout = () => {
      stage.clock.in(300, () => stage.alarms.set(latency, 'ALARM'));
      stage.clock.in(900, () => stage.alarms.set(latency, 'OK'));
    };
    expect(await endOf(stage)).toEqual(['kept', 'v2 COMPLETED', 'v2 v1', 'kept']);
  });

  test.each([
    ['about tasks, however few requests there are', unhealthy, 0],
    ['about requests, when nobody can tell how many there were', latency, undefined],
  ])('one %s', async (_name, alarm, requestsPerMinute) => {
    const stage = openStage();
    stage.requestsPerMinute = requestsPerMinute;
    makeBad(stage, 'v2', { alarm });
    expect(await endOf(stage)).toEqual(['rolled-back alarm', 'v1 COMPLETED', 'v1', 'rolled-back']);
  });
});

describe('AWS', () => {
  test('that throttles for a while is asked again', async () => {
    const stage = openStage();
    stage.onRollout = () => stage.clock.in(200, () => stage.alarms.failNext('transitions', throttled(), 20));
    expect(await endOf(stage)).toEqual(['kept', 'v2 COMPLETED', 'v2 v1', 'kept']);
  });

  test('that does not answer for long leaves nobody who could tell', async () => {
    const stage = openStage();
    stage.onRollout = (version) => {
      if (version === 'v2') stage.clock.in(200, () => stage.alarms.failNext('transitions', throttled(), 1000));
    };
    expect(await endOf(stage)).toEqual(['rolled-back blind', 'v1 COMPLETED', 'v1', 'rolled-back']);
  });

  test('whose credentials have expired can do nothing more: the next run brings it to its end', async () => {
    const stage = openStage();
    stage.onRollout = () => {
      stage.clock.in(300, () => {
        stage.refusal = expired();
        stage.alarms.failAll(expired());
      });
    };
    await expect(deploy(stage, 'v2')).rejects.toMatchObject({ code: 'aws/credentials-expired' });
    expect(journalOf(stage).state).toBe('baking');
    stage.refusal = undefined;
    stage.alarms.failAll(undefined);
    stage.onRollout = () => undefined;
    expect(await endOf(stage, 'v3')).toEqual(['kept', 'v3 COMPLETED', 'v3 v1', 'kept']);
    expect(stage.applied).toEqual(['v2 host', 'v1 good', 'v3 host']);
  });
});

describe('nothing is changed', () => {
  const hold = (by: string) => ({
    by,
    reason: 'load test',
    since: '2026-01-31T11:00:00.000Z',
    expiresAt: '2026-01-31T18:00:00.000Z',
    pullRequest: 3,
    commentUrl: 'https://github.test/acme/platform/pull/3#issuecomment-1',
  });

  test.each<[string, (stage: Stage) => unknown, string]>([
    ['while an alarm fires already', (stage) => stage.alarms.set(errors, 'ALARM'), 'deploy/alarm-firing'],
    ['while an alarm has no data', (stage) => stage.alarms.set(errors, 'INSUFFICIENT_DATA'), 'deploy/alarm-without-data'],
    [
      'while the actions of an alarm are switched off',
      (stage) => stage.alarms.change(errors, { isActionsEnabled: false }),
      'deploy/alarm-muted',
    ],
    [
      'while an alarm is missing that the deploy does not make',
      (stage) => Object.assign(stage, { makesAlarms: false }).absent.add(errors),
      'deploy/alarm-missing',
    ],
    [
      'while ECS rolls something out that nobody here began',
      (stage) => stage.services?.deploy(identity, 'somebody-elses'),
      'deploy/rollout-under-way',
    ],
    [
      'while somebody holds the environment',
      (stage) => stage.bucket.set(holdKey('staging'), { value: hold('bob'), version: '1' }),
      'deploy/held',
    ],
    [
      'while it is held by whoever has merged: a merge is no command',
      (stage) => stage.bucket.set(holdKey('staging'), { value: hold('ada'), version: '1' }),
      'deploy/held',
    ],
    [
      'while the hold cannot be read',
      (stage) => stage.bucket.set(holdKey('staging'), { value: {}, version: '1' }),
      'deploy/held',
    ],
    [
      'while a game day is left in the middle',
      (stage) => stage.bucket.set(journalKey('staging'), { value: watching, version: '1' }),
      'game-day/left-unfinished',
    ],
    [
      'when somebody takes a hold while it is planned',
      (stage) => {
        stage.before = (command) => {
          if (command === 'plan host') stage.bucket.set(holdKey('staging'), { value: hold('bob'), version: '1' });
        };
      },
      'deploy/held',
    ],
    [
      'when it cannot be planned',
      (stage) => {
        stage.before = (command) => {
          if (command === 'plan host') throw applyFailed();
        };
      },
      'terraform/apply-failed',
    ],
  ])('%s', async (_name, arrange, code) => {
    const stage = openStage();
    arrange(stage);
    expect(codeOf(await deploy(stage, 'v2'))).toBe(code);
    expect(stage.applied).toEqual([]);
    expect([undefined, 'refused']).toContain(journalOf(stage)?.state);
    expect(stage.bucket.has('locks/staging.json')).toBe(false);
  });

  test('while another run is at it', async () => {
    const stage = openStage();
    const owner = { runId: 4711, attempt: 1, job: 'apply' };
    const lock = { owner, reason: 'apply of #3', since: '2026-01-31T11:00:00.000Z', expires: '2026-01-31T13:00:00.000Z' };
    stage.bucket.set('locks/staging.json', { value: lock, version: '1' });
    stage.activeRuns.add(4711);
    const result = await deploy(stage, 'v2');
    expect(result).toMatchObject({
      kind: 'locked',
      failure: { message: 'staging is being changed by run 4711, job apply (apply of #3).' },
    });
  });

  test('when the commit has no image', async () => {
    const stage = openStage();
    await expect(deploy(stage, unbuilt)).rejects.toMatchObject({ code: 'images/not-built' });
  });

  test.each(['staging/deploy.json', 'staging/service.good.json'])('while %s cannot be read', async (key) => {
    const stage = openStage();
    makeBad(stage, 'v2');
    stage.bucket.set(key, { value: { state: 'baking', goods: [{}] }, version: '1' });
    await expect(deploy(stage, 'v2')).rejects.toMatchObject({
      code: expect.stringMatching(/^deploy\/(journal|goods)-unreadable$/),
    });
    expect(stage.applied).toEqual([]);
  });
});

describe('a recovery deploy', () => {
  test('goes on although an alarm fires, and is kept when that is well in the end', async () => {
    const stage = openStage();
    stage.alarms.set(errors, 'ALARM');
    stage.onRollout = () => stage.clock.in(500, () => stage.alarms.set(errors, 'OK'));
    expect(await endOf(stage, 'v2', { isRecovery: true })).toEqual(['kept', 'v2 COMPLETED', 'v2 v1', 'kept']);
    expect(journalOf(stage)).toMatchObject({ kind: 'recovery', unwatched: [errors] });
  });

  test('that mends nothing is rolled back, which does not have to mend it either', async () => {
    const stage = openStage();
    stage.alarms.set(errors, 'ALARM');
    expect(await endOf(stage, 'v2', { isRecovery: true })).toEqual([
      'rolled-back unsettled',
      'v1 COMPLETED',
      'v1',
      'rolled-back',
    ]);
    expect(journalOf(stage).because).toContain(`not well before, nor now: ${errors}`);
  });

  test('is broken off by the other alarms', async () => {
    const stage = openStage();
    stage.alarms.set(errors, 'ALARM');
    makeBad(stage, 'v2', { alarm: unhealthy });
    expect(await endOf(stage, 'v2', { isRecovery: true })).toEqual(['rolled-back alarm', 'v1 COMPLETED', 'v1', 'rolled-back']);
  });

  test('passes the hold of whoever runs it', async () => {
    const stage = openStage();
    const hold = { by: 'Ada', reason: 'incident', since: '2026-01-31T11:00:00.000Z', expiresAt: '2026-01-31T18:00:00.000Z' };
    stage.bucket.set(holdKey('staging'), { value: { ...hold, commentUrl: 'https://github.test/1' }, version: '1' });
    expect(codeOf(await deploy(stage, 'v2', { isRecovery: true }))).toBe('kept');
  });
});

describe('a rollback that fails', () => {
  const failing: readonly (readonly [string, (stage: Stage) => void])[] = [
    [
      'because it cannot be applied',
      (stage) => {
        stage.before = (command) => {
          if (command === 'apply good') throw applyFailed();
        };
      },
    ],
    [
      'because its tasks do not come up either',
      (stage) => {
        const bad = stage.onRollout;
        stage.onRollout = (version) => {
          bad(version);
          if (version === 'v1') stage.clock.in(60, () => stage.services?.failRollout(identity));
        };
      },
    ],
    [
      'because the alarm goes on',
      (stage) => {
        stage.onRollout = () => stage.clock.in(240, () => stage.alarms.set(errors, 'ALARM'));
      },
    ],
  ];

  test.each(failing)('%s freezes the environment and pages whoever is on call', async (_name, arrange) => {
    const stage = openStage();
    makeBad(stage, 'v2');
    arrange(stage);
    expect((await endOf(stage))[0]).toBe('frozen alarm');
    expect(stage.pager.pages).toMatchObject([{ topicArn: alertsTopic, subject: 'Opsdeck: deploys to staging are frozen' }]);
    expect(stage.issues.get('deploy/staging')).toMatchObject({ title: 'Deploy frozen: staging', labels: ['deploy'] });
    expect(stage.bucket.get(holdKey('staging'))?.value).toMatchObject({ by: 'opsdeck' });
    const appliedSoFar = stage.applied.length;
    // Never again: the next deploy finds it frozen.
    expect(codeOf(await deploy(stage, 'v3'))).toBe('deploy/frozen');
    expect(stage.applied).toHaveLength(appliedSoFar);
    expect(stage.pager.pages).toHaveLength(1);
  });

  test('of the first deploy there is none: it freezes', async () => {
    const stage = openStage({ running: 'none' });
    makeBad(stage, 'v2');
    expect(await endOf(stage)).toEqual(['frozen alarm', 'v2 COMPLETED', '', 'frozen']);
    expect(journalOf(stage).because).toBe('no earlier service is known to be good');
  });

  test('freezes although nobody can be told', async () => {
    const stage = openStage({ running: 'none' });
    makeBad(stage, 'v2');
    stage.pager.failAll(throttled());
    expect((await endOf(stage))[3]).toBe('frozen');
    expect(stage.bucket.get(holdKey('staging'))?.value).toMatchObject({ by: 'opsdeck' });
  });

  test('once a person has looked and unlocked it, a recovery mends it', async () => {
    const stage = openStage();
    makeBad(stage, 'v2');
    failing[0]?.[1](stage);
    await deploy(stage, 'v2');
    stage.before = () => undefined;
    stage.bucket.delete(holdKey('staging'));
    stage.onRollout = () => stage.clock.in(200, () => stage.alarms.set(errors, 'OK'));
    expect(await endOf(stage, 'v3', { isRecovery: true })).toEqual(['kept', 'v3 COMPLETED', 'v3 v1', 'kept']);
    expect(stage.closed).toEqual(['deploy/staging']);
  });
});

describe('a cancelled run', () => {
  test.each([
    [
      'while it is applied',
      (stage: Stage, cancel: () => void) => {
        stage.before = (command) => {
          if (command === 'applied host') cancel();
        };
      },
    ],
    ['while it is watched', (stage: Stage, cancel: () => void) => stage.clock.in(400, cancel)],
  ])('%s is rolled back, because what it brought has not proven itself', async (_name, arrange) => {
    const stage = openStage();
    const { signal, abort } = cancellation();
    arrange(stage, abort);
    expect(await endOf(stage, 'v2', { signal })).toEqual(['rolled-back cancelled', 'v1 COMPLETED', 'v1', 'rolled-back']);
  });

  test('before anything was changed changes nothing', async () => {
    const stage = openStage();
    const { signal, abort } = cancellation();
    stage.before = (command) => {
      if (command !== 'plan host') return;
      abort();
      throw failure({ code: 'terraform/cancelled', what: 'Terraform plan was cancelled.', next: 'Run it again.' });
    };
    expect(await endOf(stage, 'v2', { signal })).toEqual(['terraform/cancelled', 'v1 COMPLETED', 'v1', 'refused']);
  });

  function cancellation() {
    const controller = new AbortController();
    return { signal: controller.signal, abort: () => controller.abort() };
  }
});

test('what is written down as good is all that it takes to have it again', async () => {
  const stage = openStage();
  await deploy(stage, 'v2');
  const newest = {
    image: imageOf('v2'),
    terraform: { locals: { version: 'v2' } },
    serial: 8,
    deploymentId: expect.stringMatching(/^ecs-svc/),
    taskDefinition: expect.stringContaining('task-definition/assess-staging-app:2'),
  };
  expect(stage.bucket.get('staging/service.good.json')?.value).toMatchObject({ goods: [newest, {}] });
});

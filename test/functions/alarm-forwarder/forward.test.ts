// A queue of alarms on its way to GitHub: the double answers, time is the test's own, and nothing is lost on the way.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseKey } from '../../../src/functions/alarm-forwarder/app-token.ts';
import { type ForwardWorld, forward, type LogEntry } from '../../../src/functions/alarm-forwarder/forward.ts';
import { type GitHub, openGitHub } from '../../../src/functions/alarm-forwarder/github.ts';
import type { AlarmChange, QueueRecord } from '../../../src/functions/alarm-forwarder/messages.ts';
import { type GitHubDouble, openGitHubDouble } from '../../../src/rehearsal/github/double.ts';
import { secondaryLimit } from '../../../src/rehearsal/github/faults.ts';
import { installTestApp, keyPair, makeKeyPair, type TestApp } from '../../support/github-app.ts';
import { fakeMemory } from './fake-memory.ts';
import { describeMemory } from './memory-contract.ts';
import { alarmArnPrefix, change, recordOf, settings, start, type TestQueue, testQueue } from './support.ts';

describe('a memory without a table', () => {
  describeMemory(async () => {
    let now = Date.parse(start);
    return {
      memory: fakeMemory({ now: () => new Date(now), cooldownSeconds: 60 }),
      pass: (seconds) => {
        now += seconds * 1000;
      },
      nowSeconds: () => now / 1000,
    };
  });
});

let queue: TestQueue;
let gitHub: GitHubDouble;
let app: TestApp;
let log: LogEntry[];
let skewSeconds: number;
let world: ForwardWorld;

beforeEach(async () => {
  queue = testQueue();
  skewSeconds = 0;
  log = [];
  gitHub = await openGitHubDouble({
    owner: 'acme',
    name: 'platform',
    people: [],
    files: { '.github/workflows/runbook.yml': 'on: workflow_dispatch\n' },
    webhookSecret: 'sesame',
    now: queue.now,
  });
  app = installTestApp(gitHub);
  world = worldWith(() => keyPair().privateKey);
});

afterEach(() => gitHub.close());

function worldWith(readPem: () => string): ForwardWorld {
  const own = { ...settings, apiUrl: gitHub.url, appId: String(app.appId), installationId: String(app.installationId) };
  const now = () => new Date(queue.now().getTime() + skewSeconds * 1000);
  let ids = 0;
  return {
    memory: fakeMemory({ now, cooldownSeconds: settings.cooldownSeconds }),
    gitHub: openGitHub({ settings: own, now, readKey: async () => parseKey(readPem()) }),
    hide: queue.hide,
    now,
    newId: () => {
      ids += 1;
      return `run-${ids}`;
    },
    log: (entry) => log.push(entry),
  };
}

const handle = (records: readonly QueueRecord[]) => forward(world, records, alarmArnPrefix);

function requests(path: RegExp) {
  return gitHub.journal.filter((entry) => path.test(entry.path));
}

/** The dispatches that were taken, each as `<alarm> <state>`. */
function dispatched(): readonly (readonly string[])[] {
  return requests(/dispatches$/)
    .filter(({ status }) => status === 204)
    .map(({ requestBody }) => {
      const { alarms } = JSON.parse(requestBody).inputs;
      return (JSON.parse(alarms) as AlarmChange[]).map(({ name, state }) => `${name.replace('assess-staging-', '')} ${state}`);
    });
}

describe('alarms', () => {
  test('of a batch become one dispatch, in the name of the App, with a token for nothing else', async () => {
    queue.send(change('cpu'), change('lag', 'OK', 1));
    await queue.drain(handle);
    const [dispatch] = requests(/dispatches$/);
    expect([dispatch?.status, dispatch?.login]).toEqual([204, 'alarms[bot]']);
    expect(JSON.parse(dispatch?.requestBody ?? '')).toEqual({
      ref: 'main',
      inputs: {
        mode: 'alarms',
        environment: 'staging',
        alarms: JSON.stringify([change('cpu'), change('lag', 'OK', 1)]),
      },
    });
    expect(JSON.parse(requests(/access_tokens$/)[0]?.requestBody ?? '')).toEqual({
      repositories: ['platform'],
      permissions: { actions: 'write' },
    });
  });

  test('that come twice are told once', async () => {
    queue.send(change('cpu'), change('cpu'));
    queue.sendAt(120, change('cpu'));
    await queue.drain(handle);
    expect(dispatched()).toEqual([['cpu ALARM']]);
  });

  test('that flap are told once a minute, and their last state always is', async () => {
    for (let second = 0; second < 120; second += 4) {
      queue.sendAt(second, change('cpu', second % 8 === 0 ? 'ALARM' : 'OK', second));
    }
    queue.sendAt(120, change('cpu', 'ALARM', 120));
    await queue.drain(handle);
    const told = dispatched();
    expect(told.length).toBeLessThanOrEqual(4);
    expect(told.at(-1)).toEqual(['cpu ALARM']);
    expect(queue.dead).toEqual([]);
  });

  test('in a storm of 500 within a minute are all told, by five dispatches', async () => {
    for (let index = 0; index < 500; index += 1) queue.sendAt(index * 0.12, change(`kpi-${index}`, 'ALARM', index * 0.12));
    await queue.drain(handle);
    expect(dispatched()).toHaveLength(5);
    expect(new Set(dispatched().flat()).size).toBe(500);
    expect([requests(/access_tokens$/).length, queue.dead.length]).toEqual([1, 0]);
  });

  test('that are forged are dropped with a line, and the others of their batch go out', async () => {
    const back = await handle([recordOf('{"source":"me"}'), recordOf('%%%'), ...recordsOf(change('cpu'))]);
    expect([back, dispatched()]).toEqual([[], [['cpu ALARM']]]);
    expect(log.filter(({ what }) => what === 'dropped')).toHaveLength(2);
  });

  test('alone in a batch of strangers ask nobody', async () => {
    await handle([recordOf('{}')]);
    expect(gitHub.journal).toEqual([]);
  });
});

function recordsOf(...changes: readonly AlarmChange[]): readonly QueueRecord[] {
  const own = testQueue();
  own.send(...changes);
  const found: QueueRecord[] = [];
  void own.drain(async (records) => {
    found.push(...records);
    return [];
  });
  return found;
}

describe('trouble', () => {
  test.each([
    ['a lost connection', { kind: 'drop', afterwards: false }],
    ['an answer that breaks off', { kind: 'cut-off' }],
    ['a bad gateway', { kind: 'answer', status: 502 }],
    ['the secondary limit', secondaryLimit(90)],
  ] as const)('%s makes alarms wait, and then they are told', async (_name, effect) => {
    gitHub.faults.inject({ path: /dispatches$/, effect });
    queue.send(change('cpu'));
    await queue.drain(handle);
    expect(dispatched().at(-1)).toEqual(['cpu ALARM']);
    expect(queue.dead).toEqual([]);
  });

  test('a limit that names its end keeps other batches away, too', async () => {
    gitHub.faults.inject({ path: /dispatches$/, effect: secondaryLimit(90) });
    queue.send(change('cpu'));
    queue.sendAt(40, change('lag', 'ALARM', 40));
    await queue.drain(handle);
    const asked = requests(/dispatches$/).map(({ at }) => (Date.parse(at) - Date.parse(start)) / 1000);
    expect(asked[0]).toBe(20);
    expect(Math.min(...asked.slice(1))).toBeGreaterThanOrEqual(110);
    expect(dispatched().flat().toSorted()).toEqual(['cpu ALARM', 'lag ALARM']);
  });

  test('a dispatch that was taken and never answered is sent again', async () => {
    gitHub.faults.inject({ path: /dispatches$/, effect: { kind: 'drop', afterwards: true } });
    queue.send(change('cpu'));
    await queue.drain(handle);
    expect(dispatched()).toEqual([['cpu ALARM']]);
  });

  test('a token that was revoked is replaced at once', async () => {
    queue.send(change('cpu'));
    await queue.drain(handle);
    const [first] = requests(/access_tokens$/);
    expect(first?.status).toBe(201);
    gitHub.faults.inject({ path: /dispatches$/, effect: { kind: 'answer', status: 401, message: 'Bad credentials' } });
    queue.sendAt(200, change('lag'));
    await queue.drain(handle);
    expect([requests(/access_tokens$/).length, dispatched().length, queue.dead.length]).toEqual([2, 2, 0]);
  });

  test('a token is used until five minutes before its end', async () => {
    for (const seconds of [0, 3200, 3400]) {
      queue.sendAt(seconds, change(`kpi-${seconds}`, 'ALARM', seconds));
      await queue.drain(handle);
    }
    expect([requests(/access_tokens$/).length, dispatched().length]).toEqual([2, 3]);
  });

  test.each<[name: string, pem: () => string, next: RegExp]>([
    ['no key', () => '', /PEM/],
    ['half a key', () => keyPair().privateKey.slice(0, 400), /PEM/],
    ['a public key', () => keyPair().publicKey, /PEM/],
    ['the key of another App', () => makeKeyPair().privateKey, /App id and the private key/],
  ])('%s: five tries, then a dead letter, and the log says what to mend', async (_name, pem, next) => {
    const key = pem();
    world = worldWith(() => key);
    queue.send(change('cpu'));
    await queue.drain(handle);
    expect(queue.dead).toHaveLength(1);
    const errors = log.filter(({ what }) => what === 'dispatch');
    expect(errors).toHaveLength(5);
    expect(errors[0]?.next).toMatch(next);
    expect(JSON.stringify(log)).not.toMatch(/BEGIN|MII/);
  });

  test.each([
    ['suspended', () => gitHub.suspendInstallation(app.installationId), /suspended/],
    [
      'without its workflow',
      () => gitHub.faults.inject({ path: /dispatches$/, times: 5, effect: { kind: 'answer', status: 404 } }),
      /workflow/,
    ],
    [
      'without its input',
      () => gitHub.faults.inject({ path: /dispatches$/, times: 5, effect: { kind: 'answer', status: 422 } }),
      /inputs/,
    ],
  ] as const)('an App that is %s: the log says what to mend', async (_name, breakIt, next) => {
    breakIt();
    queue.send(change('cpu'));
    await queue.drain(handle);
    expect([queue.dead.length, log.find(({ what }) => what === 'dispatch')?.next]).toEqual([1, expect.stringMatching(next)]);
  });

  test.each([59, -59])('a clock that is wrong by %i seconds does no harm', async (skew) => {
    skewSeconds = skew;
    queue.send(change('cpu'));
    await queue.drain(handle);
    expect(requests(/access_tokens$/).map(({ status }) => status)).toEqual([201]);
  });
});

describe('whoever dies', () => {
  /** Throws out of the whole function at one of its steps, as an end of its process would, once. */
  function dyingAt(step: keyof ForwardWorld['memory'] | 'dispatch' | 'dispatched'): () => boolean {
    let isAlive = true;
    const die = () => {
      isAlive = false;
      throw new Error('killed');
    };
    const { memory, gitHub: real } = world;
    const once =
      <A extends readonly unknown[], R>(name: string, act: (...args: A) => R) =>
      (...args: A): R =>
        name === step && isAlive ? die() : act(...args);
    const dispatch: GitHub['dispatch'] = async (payload) => {
      if (step === 'dispatch' && isAlive) die();
      const verdict = await real.dispatch(payload);
      if (step === 'dispatched' && isAlive) die();
      return verdict;
    };
    world = {
      ...world,
      gitHub: { dispatch },
      memory: {
        claim: once('claim', memory.claim),
        settle: once('settle', memory.settle),
        // Nobody tidies up after a process that has ended.
        release: async (...args) => (isAlive ? memory.release(...args) : undefined),
        takeTurn: once('takeTurn', memory.takeTurn),
        pause: once('pause', memory.pause),
      },
    };
    return () => isAlive;
  }

  test.each(['claim', 'takeTurn', 'dispatch', 'dispatched', 'settle'] as const)('at %s loses nothing', async (step) => {
    const isAlive = dyingAt(step);
    queue.send(change('cpu'));
    await queue.drain(async (records) => {
      const wasAlive = isAlive();
      const back = await handle(records);
      return wasAlive && !isAlive() ? 'died' : back;
    });
    expect(dispatched().length).toBeGreaterThanOrEqual(1);
    expect(dispatched().length).toBeLessThanOrEqual(2);
    expect(queue.dead).toEqual([]);
  });
});

test('whatever rings, however often, in whatever order: the last state of each alarm is told, or lies in the dead letters', async () => {
  const rows = fc.array(
    fc.record({ id: fc.nat(5), state: fc.constantFrom('ALARM' as const, 'OK' as const), late: fc.nat(60), second: fc.nat(600) }),
    { minLength: 1, maxLength: 40 },
  );
  const failing = fc.array(fc.boolean(), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(rows, failing, async (events, failures) => {
      const own = testQueue();
      const told: AlarmChange[] = [];
      const answers = failures.values();
      const memory = fakeMemory({ now: own.now, cooldownSeconds: 60 });
      let ids = 0;
      const deaf: ForwardWorld = {
        ...world,
        memory,
        now: own.now,
        hide: own.hide,
        newId: () => {
          ids += 1;
          return `${ids}`;
        },
        gitHub: {
          dispatch: async (payload) => {
            if (answers.next().value === true) return { kind: 'later', why: 'x' };
            told.push(...(JSON.parse(payload) as AlarmChange[]));
            return { kind: 'taken' };
          },
        },
      };
      const unique = [...new Map(events.map((event) => [`${event.id} ${event.second}`, event])).values()];
      for (const { id, state, late, second } of unique) own.sendAt(second + late, change(`kpi-${id}`, state, second));
      await own.drain((records) => forward(deaf, records, alarmArnPrefix));
      for (const id of new Set(unique.map((event) => event.id))) {
        const last = unique.filter((event) => event.id === id).toSorted((one, other) => other.second - one.second)[0];
        const wanted = change(`kpi-${id}`, last?.state, last?.second);
        const isDead = own.dead.some(({ body }) => body.includes(wanted.at.replace('Z', '+0000')) && body.includes(wanted.name));
        if (!isDead) expect(told).toContainEqual(wanted);
      }
    }),
    { numRuns: 60 },
  );
});

// Whatever write of its journal a run dies at, resuming it ends right: all of it done, or all as it was; killed for real.
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWith } from '../support/needs.ts';
import type { Deadly } from './support/killing-proxy.ts';
import { openRunbookShop, prefix, type RunbookShop } from './support/runbook-shop.ts';

/** All of them take minutes; OPSDECK_KILL_EVERY=8 plays every eighth. */
const every = Number(process.env.OPSDECK_KILL_EVERY ?? '1');
const mostMilliseconds = 20 * 60_000;

interface Subject {
  readonly runbook: string;
  readonly target: string;
  /** More writes than it makes: those that it does not make are not played. */
  readonly mostWrites: number;
  /** Of the n-th life: there and back again, or each time another one. */
  inputs(life: number, shop: RunbookShop): Promise<Readonly<Record<string, string>>>;
  /** How the world is, as far as it changes that. */
  look(shop: RunbookShop, inputs: Readonly<Record<string, string>>): Promise<unknown>;
  /** Whether that is what was asked for. */
  isDone(seen: unknown, before: unknown, inputs: Readonly<Record<string, string>>): boolean;
}

const app = { cluster: prefix, service: `${prefix}-app` };

const subjects: readonly Subject[] = [
  {
    runbook: 'ecs-scale',
    target: 'service',
    mostWrites: 14,
    inputs: async (_, { services }) => {
      const desired = (await services.describe(app))?.desired === 9 ? '3' : '9';
      return { desired, least: desired === '9' ? '5' : '2', most: desired === '9' ? '12' : '6', 'allow-fewer': 'true' };
    },
    look: async ({ services, autoScaling }) => {
      const [state, limits] = await Promise.all([services.describe(app), autoScaling.describe(app)]);
      return { desired: state?.desired, running: state?.running, least: limits?.least, most: limits?.most };
    },
    isDone: (seen, _, { desired, least, most }) => {
      return isEqual(seen, { desired: Number(desired), running: Number(desired), least: Number(least), most: Number(most) });
    },
  },
  {
    runbook: 'redis-failover',
    target: 'cache',
    mostWrites: 14,
    inputs: async () => ({}),
    look: async ({ caches }) => {
      const group = await caches.details(prefix);
      const { status, automaticFailover, isMultiZone, nodes = [] } = group ?? {};
      return { status, automaticFailover, isMultiZone, primary: nodes.find(({ role }) => role === 'primary')?.id };
    },
    isDone: (seen, before) => {
      const [now, then] = [seen, before] as readonly { readonly primary?: string }[];
      return now?.primary !== then?.primary && isEqual({ ...now, primary: '' }, { ...then, primary: '' });
    },
  },
  {
    runbook: 'aurora-restore-to-time',
    target: 'restored-database',
    mostWrites: 11,
    inputs: async (life, { databases }) => {
      const { latestRestorableAt = '' } = (await databases.details(prefix)) ?? {};
      return { at: latestRestorableAt, name: `life-${life}` };
    },
    look: async ({ databases }, { name }) => {
      const copy = await databases.details(`${prefix}-restored-${name}`);
      return copy && { status: copy.status, members: copy.members.map(({ status }) => status) };
    },
    isDone: (seen) => isEqual(seen, { status: 'available', members: ['available'] }),
  },
];

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

interface Life extends Deadly {
  readonly way: 'continue' | 'undo';
}

const lives = subjects.flatMap((subject) =>
  Array.from({ length: subject.mostWrites }, (_, index) => index + 1).flatMap((write) =>
    (['before', 'after'] as const).map((when, index) => {
      const way = (write + index) % 3 === 0 ? 'undo' : 'continue';
      return { subject, life: { write, when, way } satisfies Life };
    }),
  ),
);
const played = lives.filter((_, index) => index % every === 0).map((one, number) => ({ ...one, number }));

describeWith(['moto_server'], 'a runbook that dies', () => {
  let shop: RunbookShop;
  let points = 0;
  beforeAll(async () => {
    shop = await openRunbookShop(tmpdir());
  }, 120_000);
  afterAll(async () => {
    await shop?.close();
  });

  test.each(played)(
    '$subject.runbook, killed $life.when write $life.write of its journal: $life.way ends right',
    async ({ subject, life, number }) => {
      const { runbook, target } = subject;
      const inputs = await subject.inputs(number, shop);
      const before = await subject.look(shop, inputs);
      const died = await shop.dispatch({ mode: 'run', runbook, inputs, deadly: life });
      if (died.kind === 'ended') {
        // It makes fewer writes than that, and lives on.
        expect({ writes: shop.writes() < life.write, exitCode: died.exitCode, lines: died.lines }).toMatchObject({
          writes: true,
          exitCode: 0,
        });
        return;
      }
      points += 1;
      const resume = { mode: 'resume', target, undo: life.way === 'undo' } as const;
      // Some die again while they are brought to their end.
      if (life.write % 4 === 2) await shop.dispatch({ ...resume, deadly: { write: 2, when: life.when } });
      const resumed = await shop.dispatch(resume);
      const seen = await subject.look(shop, inputs);
      const { state } = (await shop.journal(target)) ?? {};
      const ended = { state, isDone: subject.isDone(seen, before, inputs), isAsBefore: isEqual(seen, before) };
      const isBegun = !(life.write === 1 && life.when === 'before');
      const wanted = endOf(life, isBegun);
      expect({ ...ended, seen, lines: resumed.lines }).toMatchObject(wanted);
      expect(await shop.documents.list('locks/')).toEqual([]);
    },
    mostMilliseconds,
  );

  test('was killed at every write that it makes', () => {
    process.stdout.write(`${points} kill points of runbooks\n`);
    expect(points).toBeGreaterThan(played.length / 2);
  });
});

/** A run that had not begun is left as it is; one that was done already is taken back, too, when it is to be undone. */
function endOf({ way }: Life, isBegun: boolean) {
  if (!isBegun) return { isAsBefore: true };
  return way === 'undo' ? { state: 'compensated', isAsBefore: true } : { state: 'done', isDone: true };
}

// Whatever is deployed, gone back from, cancelled and killed, in whatever order: each deploy comes to one end, and goes back once at most.
import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { type DeployJournal, isFinal } from '../../../src/actions/deploy/journal.ts';
import { holdKey } from '../../../src/actions/environment/hold-store.ts';
import { codeOf, deploy, goodVersions, journalOf, rollBack, running } from './support/runs.ts';
import { errors, identity, openStage, type Stage } from './support/stage.ts';

jest.setTimeout(60_000);

const settings = { pollSeconds: 120 };
const dieAt = fc.option(fc.integer({ min: 1, max: 160 }), { nil: undefined });
const anyVersion = fc.constantFrom('v2', 'v3', 'bad4', 'bad5', 'stuck6');

const anyEvent = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('deploy' as const), version: anyVersion, isRecovery: fc.boolean(), dieAt }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rollback' as const), dieAt }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('cancel' as const), version: anyVersion, afterSeconds: fc.nat({ max: 900 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unlock' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fail-next-apply' as const) }) },
);
type Event = typeof anyEvent extends fc.Arbitrary<infer T> ? T : never;

/** Bad ones let an alarm ring, stuck ones never come up; all others are well. */
function openHistory() {
  const stage = openStage();
  const journals: DeployJournal[] = [];
  const { bucket, clock, alarms } = stage;
  const set = bucket.set.bind(bucket);
  bucket.set = (key, document) => {
    if (key === 'staging/deploy.json') journals.push(document.value as DeployJournal);
    return set(key, document);
  };
  stage.onRollout = (version) => {
    const isStuck = version.startsWith('stuck');
    // By then another one may have taken its place, for which that means nothing.
    clock.in(isStuck ? 60 : 150, () => {
      if (stage.rolledOut !== version) return;
      if (isStuck) stage.services?.failRollout(identity);
      else alarms.set(errors, version.startsWith('bad') ? 'ALARM' : 'OK');
    });
  };
  return { stage, journals };
}

async function happen(stage: Stage, event: Event): Promise<void> {
  switch (event.kind) {
    case 'deploy':
      await deploy(stage, event.version, { ...event, settings });
      break;
    case 'rollback':
      await rollBack(stage, { ...event, settings });
      break;
    case 'cancel': {
      const controller = new AbortController();
      stage.clock.in(event.afterSeconds, () => controller.abort());
      await deploy(stage, event.version, { settings, signal: controller.signal });
      break;
    }
    case 'unlock':
      stage.bucket.delete(holdKey('staging'));
      break;
    case 'fail-next-apply':
      stage.before = (command) => {
        if (!command.startsWith('apply')) return;
        stage.before = () => undefined;
        throw new Error('AWS said no');
      };
      break;
    default:
      event satisfies never;
  }
}

/** What a deploy went through, without what it stayed in. */
function statesOf(journals: readonly DeployJournal[], wanted: string): readonly string[] {
  const states = journals.filter(({ id }) => id === wanted).map(({ state }) => state);
  return states.filter((state, index) => state !== states[index - 1]);
}

test('any history', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, { minLength: 1, maxLength: 6 }), async (history) => {
      const { stage, journals } = openHistory();
      for (const event of history) await happen(stage, event);
      // At last somebody looks, ends what is frozen, and deploys what is well.
      stage.before = () => undefined;
      await deploy(stage, 'v9', { settings, isRecovery: true });
      stage.bucket.delete(holdKey('staging'));
      expect(['kept', 'nothing-to-do']).toContain(codeOf(await deploy(stage, 'v9', { settings, isRecovery: true })));
      expect([await running(stage), goodVersions(stage)[0]]).toEqual(['v9 COMPLETED', 'v9']);
      expect(isFinal(journalOf(stage))).toBe(true);
      expect([...stage.bucket.keys()].filter((key) => /^locks|tflock$/.test(key))).toEqual([]);
      for (const id of new Set(journals.map((journal) => journal.id))) {
        expect(statesOf(journals, id).join(' ')).toMatch(
          /^planning( (refused|kept|applying( baking)?( keeping kept| rolling-back( rolled-back| freezing frozen)| freezing frozen| refused)|rolling-back( rolled-back| freezing frozen)| freezing frozen))$/,
        );
      }
      for (const { rollback } of journals) expect(rollback?.starts ?? 0).toBeLessThanOrEqual(3);
    }),
    { numRuns: 120 },
  );
});

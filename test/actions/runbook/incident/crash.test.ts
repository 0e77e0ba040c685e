// Runs that die at any moment, and alarms that ring in any order: in the end there is one issue for each thing that rings, and no other.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isOpen, parseIncident } from '../../../../src/actions/runbook/incident/incident.ts';
import type { IncidentWorld } from '../../../../src/actions/runbook/incident/world.ts';
import { cpu, errors, latency, openScene, type Scene, trouble } from './support/scene.ts';

const names = [errors, latency, cpu, trouble];

/** The world of a run that dies at its n-th call that changes something: before it, or right after it. */
function dyingAt(
  scene: Scene,
  run: number,
  at: number,
  isAfter: boolean,
): { changes: Partial<IncidentWorld>; hasDied: () => boolean } {
  let calls = 0;
  let isDead = false;
  const dying =
    <A extends readonly unknown[], R>(act: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (isDead) throw new Error('killed');
      calls += 1;
      if (calls !== at) return act(...args);
      if (isAfter) await act(...args);
      isDead = true;
      throw new Error('killed');
    };
  const { documents, issues, run: owner } = scene.world();
  const { create, replace, remove } = documents;
  const { upsertOpen, close, update, reopen } = issues;
  return {
    changes: {
      run: { ...owner, runId: run },
      documents: { ...documents, create: dying(create), replace: dying(replace), remove: dying(remove) },
      issues: { ...issues, upsertOpen: dying(upsertOpen), close: dying(close), update: dying(update), reopen: dying(reopen) },
    },
    hasDied: () => isDead,
  };
}

function openIncidents(scene: Scene): readonly string[] {
  return [...scene.bucket.values()].flatMap(({ value }) => {
    const parsed = parseIncident(value);
    return parsed.kind === 'valid' && isOpen(parsed.value) ? [parsed.value.alarm] : [];
  });
}

/** What happens to the alarms before the run that dies. */
const acts: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  'one rings': async ({ alarms }) => alarms.set(errors, 'ALARM'),
  'one is quiet': async (scene) => {
    scene.alarms.set(errors, 'ALARM');
    await scene.handle();
    scene.alarms.set(errors, 'OK');
    scene.clock.advance(700);
  },
  'one rings again': async (scene) => {
    await acts['one is quiet']?.(scene);
    await scene.handle();
    scene.alarms.set(errors, 'ALARM');
  },
  'a composite sums two up': async (scene) => {
    for (const name of [errors, latency]) scene.alarms.set(name, 'ALARM');
    await scene.handle();
    scene.alarms.set(trouble, 'ALARM');
  },
};

describe.each(Object.entries(acts))('%s, and the run dies', (_, act) => {
  test('at any of its calls: the next one ends as if nothing had happened', async () => {
    const whole = openScene({ alarms: names });
    await act(whole);
    await whole.handle();
    for (const isAfter of [false, true]) {
      for (let at = 1, isOver = false; !isOver; at += 1) {
        const scene = openScene({ alarms: names });
        await act(scene);
        const { changes, hasDied } = dyingAt(scene, 7, at, isAfter);
        await scene.handle('', changes).catch(() => undefined);
        isOver = !hasDied();
        await scene.handle();
        expect([at, scene.memory.open(), openIncidents(scene)]).toEqual([at, whole.memory.open(), openIncidents(whole)]);
        expect([at, scene.comments]).toEqual([at, whole.comments]);
      }
    }
  });
});

const moves = fc.array(
  fc.record({
    alarm: fc.constantFrom(...names),
    state: fc.constantFrom('OK', 'ALARM', 'INSUFFICIENT_DATA'),
    seconds: fc.integer({ min: 0, max: 1500 }),
    isHandled: fc.boolean(),
  } as const),
  { maxLength: 25 },
);

test('whatever rings is covered by one open issue, and what has been quiet is covered by none', async () => {
  await fc.assert(
    fc.asyncProperty(moves, async (steps) => {
      const scene = openScene({ alarms: names });
      for (const { alarm, state, seconds, isHandled } of steps) {
        scene.alarms.set(alarm, state);
        if (isHandled) await scene.handle();
        scene.clock.advance(seconds);
      }
      await scene.handle();
      const ringing = names.filter((name) => isRinging(steps, name));
      const covers = (incident: string, name: string) => incident === name || (incident === trouble && name !== cpu);
      const open = openIncidents(scene);
      for (const name of ringing) expect([name, open.filter((incident) => covers(incident, name)).length]).toEqual([name, 1]);
      expect(scene.memory.open()).toHaveLength(open.length);
      for (const name of names) scene.alarms.set(name, 'OK');
      scene.clock.advance(601);
      await scene.handle();
      expect(scene.memory.open()).toEqual([]);
      expect(openIncidents(scene)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

function isRinging(steps: readonly { readonly alarm: string; readonly state: string }[], name: string): boolean {
  return steps.findLast(({ alarm }) => alarm === name)?.state === 'ALARM';
}

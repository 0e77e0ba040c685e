// Keeps the one issue of an alarm storm: the document first, then the issue, and at its end the other way round.
import type { StormEffect } from './decide.ts';
import type { Storm } from './incident.ts';
import { writeStorm } from './incident-store.ts';
import { incidentMarker, stampOf } from './keys.ts';
import { labelsOf } from './render/issue.ts';
import { renderStorm, renderStormEnd, stormTitleOf } from './render/storm.ts';
import type { Situation } from './situation.ts';
import type { Telling } from './tell.ts';

interface StormFacts {
  readonly before: Storm | undefined;
  readonly effect: StormEffect;
  readonly situation: Situation;
  /** How many of it got issues of their own in this run. */
  readonly promoted: number;
}

/** @throws `github/...`: the document has it, and the next run tells of it */
export async function performStorm(
  telling: Telling,
  { before, effect, situation, promoted }: StormFacts,
): Promise<Storm | undefined> {
  const { world, suspects } = telling;
  const { environment, runUrl } = world.settings;
  switch (effect.kind) {
    case 'none':
      return undefined;
    case 'end':
      if (before?.issue !== undefined)
        await world.issues.close(incidentMarker(environment, before.id), renderStormEnd(effect, promoted));
      await writeStorm(world, environment, undefined);
      return undefined;
    case 'hold': {
      const now = world.clock.now();
      const begun = before ?? { environment, id: `storm-${stampOf(now.toISOString())}`, openedAt: now.toISOString() };
      const storm: Storm = { ...begun, rows: effect.rows, past: effect.past };
      await writeStorm(world, environment, storm);
      const report = {
        marker: incidentMarker(environment, storm.id),
        title: stormTitleOf(storm),
        body: renderStorm({ storm, situation, suspects, now, runUrl }),
        labels: labelsOf({ severity: 'critical' }),
      };
      const known = storm.issue === undefined ? undefined : await world.issues.update(storm.issue, report);
      const { number, url } = known ?? (await world.issues.upsertOpen(report));
      const told = { ...storm, issue: number, issueUrl: url };
      if (storm.issue !== number) await writeStorm(world, environment, told);
      return told;
    }
    default:
      return effect satisfies never;
  }
}

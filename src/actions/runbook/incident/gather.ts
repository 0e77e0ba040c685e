// Reads what alarms are decided on: the alarms themselves, what they mean, what is known of incidents, what may have caused them.
import { attempt } from '../../comment/attempt.ts';
import { gatherSubjects } from '../../kpi/subjects.ts';
import type { DecisionFacts } from './decide.ts';
import type { Hints } from './hints.ts';
import { foreignOf } from './hints.ts';
import { gatherIncidents, gatherStorm } from './incident-store.ts';
import { alarmPrefixOf } from './keys.ts';
import { knownAlarms } from './known-alarms.ts';
import { gatherSuspects, type Suspect } from './suspects.ts';
import type { IncidentWorld } from './world.ts';

export interface Gathered {
  readonly facts: DecisionFacts;
  readonly suspects: readonly Suspect[];
  /** Of the payload: what is not of this account. */
  readonly foreign: readonly string[];
}

/** @throws `aws/...` where the alarms themselves, or the incidents, cannot be read: nothing can be said without */
export async function gather(world: IncidentWorld, hints: Hints): Promise<Gathered> {
  const { environment, names, config } = world.settings;
  const [alarms, incidents, storm, suspects, places] = await Promise.all([
    world.alarms.withPrefix(alarmPrefixOf({ environment, names })),
    gatherIncidents(world, environment),
    gatherStorm(world, environment),
    gatherSuspects(world),
    gatherPlaces(world),
  ]);
  const arns = new Map(alarms.map(({ name, arn }) => [name, arn]));
  const foreign = foreignOf(hints, arns);
  const facts: DecisionFacts = {
    now: world.clock.now(),
    environment,
    names,
    alarms,
    known: knownAlarms(world.catalogue, { environment, names, ...places }),
    incidents,
    ...(storm && { storm }),
    quietSeconds: config.quietSeconds,
    hinted: hints.names.filter((name) => arns.get(name) === hints.arns.get(name)),
  };
  return { facts, suspects, foreign };
}

/** Without them, alarms of which there are several are told without their titles, and nothing is drawn. */
async function gatherPlaces({ taggedResources, settings, progress }: IncidentWorld) {
  const { environment, names, region } = settings;
  const request = { environment, compare: 'none', windowSeconds: 0, keepsIssue: false } as const;
  const found = await attempt({ progress }, `find out what ${environment} consists of`, () =>
    gatherSubjects(taggedResources, request, { names, region }),
  );
  const layers = found?.subject.layers ?? [];
  const of = (layer: 'platform' | 'service') => layers.find((each) => each.layer === layer)?.places ?? {};
  return { platform: of('platform'), service: of('service') };
}

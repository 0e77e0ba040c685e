// Reads how the KPIs of alarms have gone, all in one question to CloudWatch.
import { type MetricQuery, metricKey, publicationDelaySeconds, type Series, type Window } from '../../../ports/metrics.ts';
import { attempt } from '../../comment/attempt.ts';
import { evaluate } from '../../kpi/evaluate.ts';
import { metricInputs } from '../../kpi/questions.ts';
import type { Course } from './facts.ts';
import type { KnownAlarm, KnownAlarms } from './known-alarms.ts';
import type { Subject } from './situation.ts';
import type { IncidentWorld } from './world.ts';

const courseSeconds = 3 * 3600;

type Drawn = KnownAlarm & Required<Pick<KnownAlarm, 'watched'>>;

/** By the name of the alarm that leads; those that nothing can be drawn of are left out. */
export async function gatherCourses(
  world: Pick<IncidentWorld, 'metrics' | 'progress' | 'clock'>,
  subjects: readonly Subject[],
  known: KnownAlarms,
): Promise<ReadonlyMap<string, Course>> {
  const drawn = subjects.flatMap((subject) => {
    const one = drawnOf(subject, known);
    return one ? [[subject.alarm.name, one] as const] : [];
  });
  if (drawn.length === 0) return new Map();
  const toMs = Math.floor(world.clock.now().getTime() / 60_000) * 60_000 - publicationDelaySeconds * 1000;
  const window: Window = { from: new Date(toMs - courseSeconds * 1000), to: new Date(toMs) };
  const queries = drawn.flatMap(([, { watched }]) => Object.values(queriesOf(watched)));
  const unique = [...new Map(queries.map((query) => [query.id, query])).values()];
  const answers = await attempt(world, 'measure the KPIs of the incidents', () => world.metrics.read(unique, window));
  return new Map(drawn.map(([name, one]) => [name, courseOf(one, answers ?? new Map(), window)]));
}

/** Of a composite alarm, what rings of it; the one with the finest data. */
function drawnOf({ known: own, members }: Subject, known: KnownAlarms): Drawn | undefined {
  if (own && isDrawn(own)) return own;
  const ringing = members.filter(({ state }) => state === 'ALARM');
  const parts = (ringing.length > 0 ? ringing : members).flatMap(({ name }) => known.get(name) ?? []).filter(isDrawn);
  return [...parts].sort((one, other) => one.watched.periodSeconds - other.watched.periodSeconds)[0];
}

function isDrawn(alarm: KnownAlarm): alarm is Drawn {
  return alarm.watched !== undefined;
}

function queriesOf({ measure, periodSeconds }: Drawn['watched']): Readonly<Record<string, MetricQuery>> {
  return Object.fromEntries(
    Object.entries(metricInputs(measure)).map(([name, metric]) => [
      name,
      { id: `${metricKey(metric)} ${periodSeconds}`, metric, periodSeconds },
    ]),
  );
}

function courseOf({ title, watched }: Drawn, answers: ReadonlyMap<string, Series>, window: Window): Course {
  const series = Object.entries(queriesOf(watched)).map(([name, { id }]): [string, Series] => [
    name,
    answers.get(id) ?? { kind: 'unavailable', because: 'CloudWatch gave no answer for it' },
  ]);
  return { title, watched, evaluation: evaluate(watched.measure, Object.fromEntries(series)), window };
}

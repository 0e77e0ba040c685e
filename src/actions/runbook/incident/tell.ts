// Writes an incident's document and its issue: the document first, so that a run that dies in between leaves no second issue.
import type { IssueReport } from '../../../ports/issues.ts';
import { type AutomaticDecision, decideAutomatic, type Ledger } from './automatic.ts';
import { newsOf } from './decide.ts';
import type { Course, IncidentFacts } from './facts.ts';
import { type Incident, type IncidentChange, type Moment, withChange } from './incident.ts';
import { reviseIncident } from './incident-store.ts';
import { incidentMarker } from './keys.ts';
import type { KnownAlarms } from './known-alarms.ts';
import { matchRunbooks } from './matching.ts';
import { mitigationOf } from './mitigation.ts';
import type { Planner } from './plans.ts';
import { labelsOf, renderIncident, titleOf } from './render/issue.ts';
import { type Standing, type Subject, standingOf } from './situation.ts';
import type { Suspect } from './suspects.ts';
import type { IncidentWorld } from './world.ts';

/** All that the incidents of a run have in common. */
export interface Telling {
  readonly world: IncidentWorld;
  readonly known: KnownAlarms;
  readonly suspects: readonly Suspect[];
  readonly courses: ReadonlyMap<string, Course>;
  readonly planner: Planner;
  /** Nothing where nobody can tell what alarms have started today. */
  readonly ledger: Ledger | undefined;
  readonly isStorm: boolean;
}

export interface Told {
  readonly incident: Incident;
  readonly automatic: AutomaticDecision;
}

/** Of what is there by now: somebody may have acknowledged it meanwhile. @returns nothing when it is not there any more */
export async function noteIncident(
  { world }: Pick<Telling, 'world'>,
  incident: Incident,
  change: (current: Incident) => IncidentChange,
  moments: readonly Moment[] = [],
): Promise<Incident> {
  const written = await reviseIncident(world, incident, (current) =>
    current?.id === incident.id ? withChange(current, change(current), moments) : undefined,
  );
  return written?.id === incident.id ? written : incident;
}

/** Brings its issue up to date, or opens it. */
export async function tellIncident(telling: Telling, incident: Incident, subject: Subject): Promise<Told> {
  const standing = standingOf(subject, incident.members);
  const looked = await lookAtIssue(telling, incident);
  if (looked.closedAt !== undefined) return { incident: looked, automatic: { kind: 'none' } };
  const current = await noteMitigation(telling, looked);
  const { report, automatic } = await reportOf(telling, current, { subject, standing });
  const { issues, clock } = telling.world;
  const known = current.issue === undefined ? undefined : await issues.update(current.issue, report);
  const issue = known ?? (await issues.upsertOpen(report));
  const told = newsOf({ subject, standing }, current);
  const change = { issue: issue.number, issueUrl: issue.url, toldAt: clock.now().toISOString(), told };
  return { incident: await noteIncident(telling, current, () => change), automatic };
}

/** Who has taken it on, and whether a person has closed it. */
async function lookAtIssue(telling: Telling, incident: Incident): Promise<Incident> {
  const { issues, clock, settings } = telling.world;
  if (incident.issue === undefined) return incident;
  const state = await issues.look(incident.issue, incidentMarker(settings.environment, incident.id));
  if (!state) return incident;
  const now = clock.now().toISOString();
  if (!state.isOpen) {
    const change = { closedAt: now, ending: 'person' } as const;
    return noteIncident(telling, incident, () => change, [{ at: now, words: 'closed by a person while it rang' }]);
  }
  const [assignee] = state.assignees;
  const answer = state.firstAnswer ?? (assignee === undefined ? undefined : { by: assignee, at: now });
  if (incident.acknowledged || !answer) return incident;
  // By GitHub's clock, which may be behind CloudWatch's.
  const at = [new Date(answer.at).toISOString(), incident.noticedAt].sort().at(-1) ?? now;
  const acknowledged = { by: answer.by, at };
  const moments = [{ at, words: `acknowledged by ${answer.by}` }];
  return noteIncident(telling, incident, (current) => ({ acknowledged: current.acknowledged ?? acknowledged }), moments);
}

async function noteMitigation(telling: Telling, incident: Incident): Promise<Incident> {
  if (incident.mitigated) return incident;
  const mitigated = mitigationOf(incident, telling.suspects);
  return mitigated ? noteIncident(telling, incident, () => ({ mitigated }), [mitigated]) : incident;
}

interface Seen {
  readonly subject: Subject;
  readonly standing: Standing;
}

async function reportOf(telling: Telling, incident: Incident, { subject, standing }: Seen) {
  const { world, known, suspects, courses, planner, ledger, isStorm } = telling;
  const { environment, region, runUrl, config } = world.settings;
  const now = world.clock.now();
  const matching = matchRunbooks(subject, known, world.runbooks);
  const automatic: AutomaticDecision =
    standing.kind === 'ringing'
      ? decideAutomatic({
          ...{ now, environment, incident, ledger, suspects, isStorm },
          matching: matching.runbooks,
          rules: config.automatic,
        })
      : { kind: 'none' };
  const plan = standing.kind === 'ringing' ? await planner(matching) : undefined;
  const course = courses.get(incident.alarm);
  const facts: IncidentFacts = {
    ...{ incident, subject, standing, now, region, runUrl, suspects, matching, automatic },
    quietSeconds: config.quietSeconds,
    ...(plan && { plan }),
    ...(course && { course }),
  };
  const report: IssueReport = {
    marker: incidentMarker(environment, incident.id),
    title: titleOf(subject, incident),
    body: renderIncident(facts),
    labels: labelsOf(incident),
  };
  return { report, automatic };
}

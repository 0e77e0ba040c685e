// The acts of an incident: users get errors, GitHub hears of it, a person runs the runbook, and it is over; and a run that dies.
import type { RunbookJournal } from '../../actions/runbook/engine/journal.ts';
import { journalKey } from '../../actions/runbook/engine/keys.ts';
import type { Incident } from '../../actions/runbook/incident/incident.ts';
import { incidentKey } from '../../actions/runbook/incident/keys.ts';
import { computeTimes } from '../../actions/runbook/incident/render/times.ts';
import { prefixOf } from '../../stacks/names.ts';
import { developer, maintainer, stranger } from '../pull-requests/stage.ts';
import { done, refused, say } from './incident-comments.ts';
import { openForwarder } from './incident-forwarder.ts';
import { act, expectNoFault, type Operation, unexpected, until, whatJobsSaid } from './operation.ts';
import { environment } from './platform.ts';
import { release } from './runbook-releases.ts';
import { runbookWorkflow } from './runbook-run.ts';

export const incidentWorkflows = [runbookWorkflow, 'chatops.yml', 'chatops-command.yml'];
/** Whoever starts a workflow by the API names a file of the repository. */
export const incidentPaths = [`.github/workflows/${runbookWorkflow}`];

/** A release that fails half of the requests that it gets. */
const badDigest = `sha256:${'b'.repeat(64)}`;
/** It sums up what the service's own alarms say. */
const alarm = `${prefixOf(environment)}-app-trouble`;
/** Unless the repository configures otherwise, an alarm has to be OK for ten minutes; and a minute more. */
const quietMs = 11 * 60_000;

export interface IncidentTimes {
  readonly issue: number;
  /** Of the rehearsal, since the alarm rang: `notice`, `acknowledge`, `mitigate`, `resolve`. */
  readonly seconds: Readonly<Record<string, number>>;
}

/** @param checkout whose committed function tells GitHub */
export async function incident(operation: Operation, checkout: string): Promise<IncidentTimes> {
  const forwarder = await openForwarder(operation, checkout);
  await act(operation, 'rings', 'A release fails half of the requests, until alarms ring', async () => {
    operation.badImages.add(badDigest);
    await release(operation, `registry.example.org/assessments@${badDigest}`);
    await until(operation, `${alarm} does not ring`, 30, async () => (await readAlarm(operation))?.state === 'ALARM');
    return `${alarm} rings`;
  });
  let issue = 0;
  await act(operation, 'told', 'The alarms reach GitHub: queue, function, workflow, issue', async () => {
    const ringing = (await operation.alarms.withPrefix(`${prefixOf(environment)}-`)).filter(({ state }) => state === 'ALARM');
    await forwarder.tell(ringing);
    await operation.stage.settled();
    issue = await expectIncident(operation);
    return `${ringing.length} alarms told; #${issue} is open`;
  });
  await answerIt(operation, issue);
  await act(operation, 'over', 'The alarm is quiet again, and the issue is closed', async () => {
    await until(operation, `${alarm} still rings`, 60, async () => (await readAlarm(operation))?.state === 'OK');
    await operation.pace.clock.sleep(quietMs);
    const { github } = operation.stage;
    github.runSchedule({ by: maintainer, cron: '37 * * * *', workflowPath: `.github/workflows/${runbookWorkflow}` });
    const runs = await operation.stage.settled();
    const { state } = github.state.issues.get(issue) ?? {};
    if (state !== 'closed') throw unexpected(`#${issue} is ${state}, not closed`, whatJobsSaid(operation, runs));
    await expectNoFault(operation);
    return `#${issue} closed by the schedule`;
  });
  return { issue, seconds: timesOf(await readIncident(operation)) };
}

async function answerIt(operation: Operation, issue: number): Promise<void> {
  const run = `/runbook run ecs-rollback environment=${environment}`;
  await act(operation, 'refused', 'Who may not run it is refused', async () => {
    const notTheirs = '`/runbook run ecs-rollback` needs the role maintain; `mallory` has none';
    await say(operation, { by: stranger, issue, body: run }, { reactions: refused, words: [notTheirs] });
    const risky = `/runbook run aurora-failover environment=${environment}`;
    const tooRisky = '`/runbook run aurora-failover` needs the role maintain; `kim` has write';
    await say(operation, { by: developer, issue, body: risky }, { reactions: refused, words: [tooRisky] });
    return 'a stranger, and a developer who asks for one of high risk';
  });
  await act(operation, 'answered', 'A maintainer takes it, plans the runbook, and runs it', async () => {
    await say(operation, { by: maintainer, issue, body: '/ack' }, { reactions: done, words: ['`/ack` done', 'is looked after'] });
    const plan = `/runbook plan ecs-rollback environment=${environment}`;
    await say(operation, { by: maintainer, issue, body: plan }, { reactions: done, words: ['this is what it would change'] });
    const body = `${run} reason="users get errors since the release"`;
    await say(operation, { by: maintainer, issue, body }, { reactions: done, words: ['ecs-rollback'] });
    const found = await readJournal(operation);
    if (found?.state !== 'done') throw unexpected(`the journal says ${found?.state}`, whatJobsSaid(operation, []));
    return `ecs-rollback: ${found.because}`;
  });
}

/** @returns the number of its issue, which names the runbook for it */
async function expectIncident(operation: Operation): Promise<number> {
  const found = await readIncident(operation);
  const issue = operation.stage.github.state.issues.get(found?.issue ?? 0);
  if (!issue) throw unexpected(`there is no issue for ${alarm}`, whatJobsSaid(operation, operation.stage.runner.runs()));
  const missing = ['ecs-rollback', alarm].filter((word) => !issue.body?.includes(word));
  if (missing.length > 0) throw unexpected(`#${issue.number} lacks ${missing.join(', ')}`, [issue.body ?? '']);
  return issue.number;
}

export async function diesAndGoesOn(operation: Operation): Promise<void> {
  const { stage } = operation;
  const issue = stage.github.openIssue({ by: maintainer, title: 'On call' });
  await act(operation, 'killed', 'Kill the runner in the middle of a runbook, and resume it', async () => {
    const before = (await readJournal(operation))?.id;
    const body = `/runbook run ecs-redeploy environment=${environment}`;
    stage.github.comment({ by: maintainer, number: issue, body });
    await until(operation, 'no step was begun', 30, async () => {
      const now = await readJournal(operation);
      return now?.id !== before && now?.steps[0]?.state === 'verifying';
    });
    stage.runner.killRun(stage.runner.runs().at(-1)?.id ?? 0);
    await stage.settled();
    const left = await readJournal(operation);
    if (left?.state !== 'running') throw unexpected(`the dead run has left its journal as ${left?.state}`, []);
    const resume = `/runbook resume environment environment=${environment}`;
    await say(operation, { by: maintainer, issue, body: resume }, { reactions: done, words: ['ecs-redeploy'] });
    const found = await readJournal(operation);
    const isTakenOver = found?.id === left.id && found.state === 'done' && found.takenOverFrom.length === 1;
    if (!isTakenOver) throw unexpected(`the journal says ${found?.state}`, whatJobsSaid(operation, []));
    await expectNoFault(operation);
    return `it died in ${left.steps[0]?.id}, and was brought to its end: ${found.because}`;
  });
}

async function readAlarm({ alarms }: Operation) {
  const [found] = await alarms.read([alarm]);
  return found;
}

async function readIncident({ documents }: Operation): Promise<Incident | undefined> {
  return (await documents.read(incidentKey(environment, alarm)))?.value as Incident | undefined;
}

/** Of what works on the whole environment. */
async function readJournal({ documents }: Operation): Promise<RunbookJournal | undefined> {
  return (await documents.read(journalKey(environment, 'environment')))?.value as RunbookJournal | undefined;
}

function timesOf(found: Incident | undefined): IncidentTimes['seconds'] {
  return found ? Object.fromEntries(computeTimes(found).map(({ name, seconds }) => [name, seconds])) : {};
}

/** One line for a terminal. */
export function renderIncidentTimes({ issue, seconds }: IncidentTimes): string {
  const times = Object.entries(seconds).map(([name, taken]) => `to ${name} ${Math.round(taken)} s`);
  return `Incident #${issue}, since its alarm rang: ${times.join(', ')}`;
}

// The acts of deploys: a good release, a bad one that is rolled back, a run that dies, and a change of the platform.
import type { DeployJournal, DeployState } from '../../actions/deploy/journal.ts';
import { applyEdits, type Edit } from '../pull-requests/changes.ts';
import { maintainer } from '../pull-requests/stage.ts';
import type { WorkflowRun } from '../workflows/records.ts';
import { act, expectNoFault, type Operation, unexpected, until, untilQuiet, whatJobsSaid } from './operation.ts';
import { environment, mainServiceOf } from './platform.ts';
import type { Row } from './table.ts';

export const deployWorkflows = ['deploy.yml', 'deploy-environment.yml'];
export const deployColumns = ['notice', 'recover'] as const;

const servicePath = 'src/stacks/service/exposure.ts';
const platformPath = 'src/stacks/platform/edge.ts';
export const deployedPaths = [servicePath, platformPath];

const edit = (from: string, to: string): readonly Edit[] => [{ path: servicePath, from, to }];

export async function goodRelease(operation: Operation): Promise<Row> {
  return playAct(operation, 'good', 'Deploy a good release', async () => {
    const { digest } = await release(operation, 'A stricter health check', edit('interval: 15,', 'interval: 10,'));
    const [run] = await operation.stage.settled();
    await expectDeploy(operation, run, { conclusion: 'success', state: 'kept', digest });
  });
}

export async function badRelease(operation: Operation): Promise<Row> {
  return playAct(operation, 'bad', 'Deploy a release that fails half of its requests', async () => {
    const good = await runningDigest(operation);
    const { digest } = await release(
      operation,
      'A release that is bad',
      edit("deregistrationDelay: '30',", "deregistrationDelay: '45',"),
    );
    operation.badImages.add(digest);
    const [run] = await operation.stage.settled();
    await expectDeploy(operation, run, { conclusion: 'failure', state: 'rolled-back', digest: good });
    await untilQuiet(operation);
  });
}

export async function runnerDiesInBake(operation: Operation): Promise<Row> {
  return playAct(operation, 'killed', 'Kill the runner while a release is watched, and deploy the next one', async () => {
    const { stage } = operation;
    await release(operation, 'A release whose runner dies', edit('unhealthyThreshold: 3,', 'unhealthyThreshold: 4,'));
    await until(operation, 'nothing was watched', 60, async () => (await journal(operation))?.state === 'baking');
    stage.runner.killRun(stage.runner.runs().at(-1)?.id ?? 0);
    await stage.settled();
    const { digest } = await release(operation, 'The next release', edit('unhealthyThreshold: 4,', 'unhealthyThreshold: 2,'));
    const [run] = await stage.settled();
    await expectDeploy(operation, run, { conclusion: 'success', state: 'kept', digest });
  });
}

export async function platformChange(operation: Operation): Promise<Row> {
  return playAct(operation, 'platform', 'Change the platform: planned, approved, applied', async () => {
    const edits = [{ path: platformPath, from: 'idleTimeout: 60,', to: 'idleTimeout: 75,' }];
    const { digest } = await release(operation, 'Let connections live a little longer', edits);
    const [run] = await operation.stage.settled();
    const applied = run?.jobs.find(({ key }) => key.includes('platform'));
    if (applied?.conclusion !== 'success')
      throw unexpected('the platform was not applied', whatJobsSaid(operation, run ? [run] : []));
    await expectDeploy(operation, run, { conclusion: 'success', state: 'kept', digest });
  });
}

/** When something rang, when that was noticed, and when all was well again. */
function timesOf({ cause, timeline, endedAt }: DeployJournal): Row['seconds'] {
  const rolledBackAt = cause && timeline.find(({ at }) => Date.parse(at) >= Date.parse(cause.alarmAt ?? at))?.at;
  return {
    notice: secondsBetween(cause?.alarmAt, rolledBackAt),
    recover: secondsBetween(rolledBackAt, endedAt),
  };
}

function secondsBetween(from: string | undefined, to: string | undefined): number | undefined {
  return from === undefined || to === undefined ? undefined : (Date.parse(to) - Date.parse(from)) / 1000;
}

async function playAct(operation: Operation, step: string, title: string, body: () => Promise<void>): Promise<Row> {
  let row: Row | undefined;
  await act(operation, step, title, async () => {
    await body();
    await expectNoFault(operation);
    const found = await journal(operation);
    if (!found) throw unexpected('the deploy left no journal', whatJobsSaid(operation, []));
    const { state, because = '' } = found;
    row = { act: title, verdict: state, seconds: timesOf(found), because };
    return because === '' ? state : `${state}: ${because}`;
  });
  if (row === undefined) throw new Error('an act that ended well has a row');
  return row;
}

/** Pushes to the default branch; its image is there when somebody looks for it. */
async function release({ stage }: Operation, message: string, edits: readonly Edit[]): Promise<{ readonly digest: string }> {
  const { github, registry } = stage;
  const { branches, commits, repository } = github.state;
  const key = `${repository.owner.login}:${repository.defaultBranch}`;
  const before = commits.get(branches.get(key) ?? '')?.files ?? new Map<string, string>();
  const sha = github.push({ by: maintainer, branch: repository.defaultBranch, files: applyEdits(before, edits), message });
  return { digest: await registry.build(sha) };
}

interface Expected {
  readonly conclusion: string;
  readonly state: DeployState;
  /** Of the image that runs in the end. */
  readonly digest: string;
}

async function expectDeploy(
  operation: Operation,
  run: WorkflowRun | undefined,
  { conclusion, state, digest }: Expected,
): Promise<void> {
  const found = await journal(operation);
  const running = await runningDigest(operation);
  const wrong = [
    ...(run?.conclusion === conclusion ? [] : [`the run ended as ${run?.conclusion}, not ${conclusion}`]),
    ...(found?.state === state ? [] : [`the journal says ${found?.state}, not ${state}`]),
    ...(running === digest ? [] : [`${running} runs, not ${digest}`]),
  ];
  if (wrong.length > 0) throw unexpected(wrong.join('; '), whatJobsSaid(operation, run ? [run] : []));
}

async function journal({ documents }: Operation): Promise<DeployJournal | undefined> {
  return (await documents.read(`${environment}/deploy.json`))?.value as DeployJournal | undefined;
}

async function runningDigest({ services }: Operation): Promise<string> {
  const state = await services.describe(mainServiceOf);
  const images = Object.values(await services.images(state?.taskDefinition ?? ''));
  const image = images.find((each) => each.includes('@sha256:')) ?? '';
  return image.slice(image.indexOf('@') + 1);
}

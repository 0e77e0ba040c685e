// Plays one life of a preview to its end, and looks for what is left of it.
import { readSlots } from '../../../src/actions/comment/slots.ts';
import { openTaggedResources } from '../../../src/adapters/aws/tagged-resources.ts';
import { previewName } from '../../../src/define/synth-layout.ts';
import { diffInventory, type Resource } from '../../../src/rehearsal/emulator/inventory.ts';
import { sdkConfig } from '../../../src/rehearsal/sdk-config.ts';
import { killing } from './killing.ts';
import type { Lane } from './lanes.ts';
import type { Life, LifeEvent } from './lives.ts';
import type { KillMoment } from './moments.ts';
import type { BundleEnd } from './run-bundle.ts';
import { type Jobs, openJobs } from './shared-preview.ts';
import type { SharedProvider } from './shared-provider.ts';
import type { PullRequest, Stage, StageOptions } from './stage.ts';
import { openStageLane } from './stage-lane.ts';

export interface Lived {
  /** How the run of each event ended: `killed`, `live`, `destroyed`, ... */
  readonly runs: readonly string[];
  /** What is left that should not be. */
  readonly traces: readonly string[];
}

interface PreviewLane {
  readonly stage: Stage;
  readonly jobs: Jobs;
  readonly provider: SharedProvider;
}

export function openPreviewLane(options: StageOptions): Promise<Lane<Life, Lived>> {
  return openStageLane(options, async (stage, provider) => {
    const lane = { stage, provider, jobs: openJobs(stage, provider.environment) };
    return { play: (life) => live(lane, life), close: async () => undefined };
  });
}

async function live(lane: PreviewLane, life: Life): Promise<Lived> {
  const { stage } = lane;
  const before = await stage.world.emulator.inventory();
  const pullRequest = stage.propose();
  const runs: string[] = [];
  for (const event of life) runs.push(describeEnd(await perform(lane, pullRequest, event)));
  return { runs, traces: await gatherTraces(stage, pullRequest, before) };
}

function perform({ jobs, provider }: PreviewLane, pullRequest: PullRequest, { event, killAt }: LifeEvent): Promise<BundleEnd> {
  // A provider that is shared does not die with its Terraform.
  const environment = killAt && isInTerraform(killAt) ? {} : provider.environment;
  const extras = { environment, ...(killAt && { onLine: killing(killAt) }) };
  switch (event) {
    case 'open':
      return jobs.deploy(pullRequest, extras);
    case 'push':
      pullRequest.push();
      return jobs.deploy(pullRequest, extras);
    case 'close':
      pullRequest.close();
      return jobs.destroy(pullRequest, extras);
    case 'reap':
      return jobs.reap(extras);
    default:
      return event satisfies never;
  }
}

function isInTerraform({ line }: KillMoment): boolean {
  return /^▸ (init|plan|apply|destroy|strays|retire|sweep)|^ {2}/.test(line);
}

function describeEnd({ kind, exitCode, outputs, lines }: BundleEnd): string {
  if (kind === 'killed') return kind;
  return exitCode === 0 ? (outputs.status ?? '') : ['failed', ...lines.slice(-15)].join('\n');
}

async function gatherTraces(stage: Stage, { number }: PullRequest, before: readonly Resource[]): Promise<readonly string[]> {
  const { documents, world } = stage;
  const tagging = openTaggedResources(sdkConfig(world.emulator));
  const name = previewName(number);
  const tagged = [...(await tagging.find({ Service: [name] })), ...(await tagging.find({ Environment: [name] }))];
  const { added, removed } = diffInventory(before, await world.emulator.inventory());
  // Earlier versions of objects stay until the bucket's lifecycle removes them; the keys are listed here.
  const isVersion = ({ service, type }: Resource): boolean => service === 's3' && ['Key', 'DeleteMarker'].includes(type);
  return [
    ...tagged.map(({ arn }) => `tagged: ${arn}`),
    ...added.filter((one) => !isVersion(one)).map(({ type, id }) => `left: ${type} ${id}`),
    ...removed.filter((one) => !isVersion(one)).map(({ type, id }) => `the host lost: ${type} ${id}`),
    ...(await documents.list('previews/')),
    ...(await documents.list('locks/')),
    ...tracesOnGitHub(stage, number),
  ];
}

function tracesOnGitHub({ github: { state } }: Stage, number: number): readonly string[] {
  const titles = [...state.comments.values()]
    .filter(({ issue, author }) => issue === number && author.type === 'Bot')
    .map(({ body }) => (readSlots(body).preview ?? body).split('\n', 1)[0]);
  const isAllSaid = titles.length <= 1 && titles.every((title) => title === '### Preview: destroyed');
  const active = [...state.deployments.values()].filter(({ environment, statuses }) => {
    return environment === `preview/${previewName(number)}` && statuses.at(-1)?.state !== 'inactive';
  });
  return [
    ...(isAllSaid ? [] : titles.map((title) => `comment: ${title}`)),
    ...active.map(({ id, statuses }) => `deployment ${id}: ${statuses.at(-1)?.state}`),
  ];
}

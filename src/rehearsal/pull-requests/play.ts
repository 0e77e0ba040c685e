// What every act of the pull requests has at hand.
import { openDocuments } from '../../adapters/aws/documents.ts';
import { openTaggedResources } from '../../adapters/aws/tagged-resources.ts';
import { type SdkConfig, sdkConfig } from '../sdk-config.ts';
import type { StepBody, Steps } from '../steps.ts';
import type { World } from '../world.ts';
import { applyEdits, type Edit } from './changes.ts';
import type { Host } from './host.ts';
import { developer, type Stage } from './stage.ts';

export const workflow = 'pull-request.yml';

export interface Play {
  readonly stage: Stage;
  readonly steps: Steps;
  /** How the emulator is reached. */
  readonly client: SdkConfig;
  /** What each pull request is there to show, for the report. */
  readonly abouts: Map<number, string>;
  /** Keys in the state bucket that belong to previews. */
  traces(): Promise<readonly string[]>;
  /** ARNs in the emulator that belong to the preview. */
  tagged(pullRequest: number): Promise<readonly string[]>;
}

export function openPlay(world: World, steps: Steps, stage: Stage, { bucket }: Pick<Host, 'bucket'>): Play {
  const client = sdkConfig(world.emulator);
  const documents = openDocuments({ bucket, client });
  const resources = openTaggedResources(client);
  const arnsOf = async (tag: string, pullRequest: number) =>
    (await resources.find({ [tag]: [`pr-${pullRequest}`] })).map(({ arn }) => arn);
  return {
    stage,
    steps,
    client,
    abouts: new Map(),
    traces: async () => [...(await documents.list('previews/')), ...(await documents.list('locks/'))],
    tagged: async (pullRequest) => [...(await arnsOf('Service', pullRequest)), ...(await arnsOf('Environment', pullRequest))],
  };
}

/** Runs one step of the play; what jobs do is noted on it as it happens. */
export function act({ steps, stage }: Play, step: string, title: string, body: StepBody): Promise<void> {
  return steps.run(step, title, (report) => {
    stage.watch(report.note);
    return body(report);
  });
}

export interface Proposal {
  readonly branch: string;
  readonly title: string;
  readonly body: string;
  readonly edits: readonly Edit[];
  readonly about: string;
  /** Who, from the fork of the same name; a developer of the repository when left out. */
  readonly stranger?: string;
}

/** Pushes a branch and opens a pull request from it, as a person does. @returns its number */
export async function propose({ stage, abouts }: Play, proposal: Proposal): Promise<number> {
  const { github, registry } = stage;
  const { branch, title, body, edits, about, stranger } = proposal;
  const who = { by: stranger ?? developer, ...(stranger && { fork: stranger }) };
  const sha = github.push({ ...who, branch, files: applyEdits(filesOf(stage, 'main'), edits), message: title });
  await registry.build(sha);
  const number = github.openPullRequest({ ...who, branch, title, body });
  abouts.set(number, about);
  return number;
}

/** One more commit on a branch. @returns its SHA */
export async function pushMore(
  { github, registry }: Stage,
  branch: string,
  edits: readonly Edit[],
  message: string,
): Promise<string> {
  const files = applyEdits(filesOf({ github }, branch), edits);
  const owner = github.state.repository.owner.login;
  // The image is there when the workflow looks for it, as after a fast build.
  const sha = github.push({ by: developer, branch, files, message });
  await registry.build(github.state.branches.get(`${owner}:${branch}`) ?? sha);
  return sha;
}

function filesOf({ github }: Pick<Stage, 'github'>, branch: string): ReadonlyMap<string, string> {
  const { branches, commits, repository } = github.state;
  return commits.get(branches.get(`${repository.owner.login}:${branch}`) ?? '')?.files ?? new Map();
}

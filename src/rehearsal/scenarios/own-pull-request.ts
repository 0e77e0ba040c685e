// A pull request of somebody's own repository: planned, previewed and closed, as its workflows are written, with its own stack.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configPath } from '../../define/config-file.ts';
import type { DrillDefinition } from '../../define/drill.ts';
import { failure } from '../../define/failure.ts';
import type { StackDefinitions } from '../../define/own-definitions.ts';
import { parseStacksConfig } from '../../define/stacks-config.ts';
import type { Settings } from '../../stacks/settings.ts';
import { synthesize } from '../../stacks/synth.ts';
import { measureOwnKpis } from '../own-kpis.ts';
import { rehearsalDomain } from '../prerequisites.ts';
import { done, say } from '../pull-requests/chatops-acts.ts';
import { expectComment, expectNothing, expectRun } from '../pull-requests/expectations.ts';
import { bootstrapAccount } from '../pull-requests/host.ts';
import { act, openPlay, type Play, propose, workflow } from '../pull-requests/play.ts';
import { developer, maintainer, openStage } from '../pull-requests/stage.ts';
import { rehearsedStack } from '../stack.ts';
import type { Steps } from '../steps.ts';
import type { World } from '../world.ts';
import type { Told } from './pull-request.ts';

export interface OwnScenario {
  readonly world: World;
  readonly steps: Steps;
  readonly settings: Settings;
  /** The repository: a git checkout in which `npx projen` has run. */
  readonly repository: string;
  /** Opsdeck itself: its actions are run as if they came from their own repository. */
  readonly packageFolder: string;
  /** What the repository adds to the KPIs and drills of Opsdeck. */
  readonly own: StackDefinitions;
  readonly onTold: (told: Told) => void;
}

const workflowsFolder = '.github/workflows';
const chatOps = 'chatops.yml';
const allGood = { synth: 'success', gate: 'success', plan: 'success', preview: 'success', destroy: 'skipped' } as const;
const onlyDestroyed = { synth: 'skipped', gate: 'skipped', plan: 'skipped', preview: 'skipped', destroy: 'success' } as const;

export async function rehearseOwnPullRequest(scenario: OwnScenario): Promise<void> {
  const { world, steps, settings, repository, packageFolder, own, onTold } = scenario;
  const { workflows, prefix } = adoptionOf(repository);
  const { region, repository: gitHubName } = settings;
  const [bootstrap] = synthesize(join(world.folder, 'account'), [{ kind: 'bootstrap', region, repository: gitHubName, prefix }]);
  const account = await bootstrapAccount(rehearsedStack(world, 'bootstrap', bootstrap?.folder ?? ''), steps);
  const { accountId } = account;
  const findAction = (uses: string) => findIn(packageFolder, uses);
  const stage = await openStage({
    ...{ world, checkout: repository, accountId, domain: rehearsalDomain, workflows, findAction },
    editedPaths: ['.github/opsdeck.json'],
  });
  const play = openPlay(world, steps, stage, account);
  try {
    const number = await open(play);
    if (workflows.includes(chatOps)) await converse(play, number, { own, prefix });
    await close(play, number);
  } finally {
    const pullRequests = [...play.abouts].map(([number, about]) => stage.recorder.story(number, about));
    onTold({ pullRequests, standIns: stage.recorder.standIns(), githubHost: new URL(stage.github.url).host });
    await stage.close();
  }
}

/** @throws a Failure where there is nothing that could be played */
function adoptionOf(repository: string): { readonly workflows: readonly string[]; readonly prefix: string } {
  const folder = join(repository, workflowsFolder);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const path = join(repository, configPath);
  const { layout, prefix } = parseStacksConfig(existsSync(path) ? readFileSync(path, 'utf8') : undefined);
  if (files.includes(workflow) && layout === 'platform') {
    return { workflows: files.filter((file) => isOurs(join(folder, file))), prefix };
  }
  throw failure({
    code: 'rehearsal/not-adopted',
    what: `${repository} has no ${workflowsFolder}/${workflow}, or no stack of its own.`,
    next: 'Add the component Opsdeck with the layout "platform" to .projenrc, run npx projen, and rehearse in that folder.',
  });
}

/** What builds or releases the repository is none of ours. */
function isOurs(file: string): boolean {
  return (
    /uses: \S*\/actions\/(gate|plan|preview|chatops)(@|$)/m.test(readFileSync(file, 'utf8')) ||
    file.endsWith('chatops-command.yml')
  );
}

/** `owner/opsdeck/actions/gate@v1`: whoever the owner is, and whatever the ref. */
function findIn(packageFolder: string, uses: string): string | undefined {
  const name = /^[\w.-]+\/[\w.-]+\/actions\/([a-z-]+)@/.exec(uses)?.[1];
  const folder = join(packageFolder, 'actions', name ?? '');
  return name !== undefined && existsSync(join(folder, 'action.yml')) ? folder : undefined;
}

async function open(play: Play): Promise<number> {
  const { stage } = play;
  let number = 0;
  await act(play, 'open', 'Open a pull request: plan and preview', async () => {
    const edits = [] as const;
    const about = 'A developer opens a pull request; what the stack has is planned, and comes up once more as its preview.';
    number = await propose(play, { branch: 'change', title: 'A change', body: 'Of the stack.', edits, about });
    expectRun(await stage.settled(), workflow, allGood, stage.recorder);
    const { id } = expectComment(stage.github, number, ['to add', '### Preview: live']);
    const tagged = await play.tagged(number);
    if (tagged.length === 0) expectNothing('the empty list of what the preview is made of', ['(nothing carries its tags)']);
    return `#${number}: comment ${id}, preview of ${tagged.length} tagged resources is live`;
  });
  return number;
}

interface Adopted {
  readonly own: StackDefinitions;
  readonly prefix: string;
}

async function converse(play: Play, number: number, { own: { kpis = [], drills = [] }, prefix }: Adopted): Promise<void> {
  await ask(play, number, drills);
  // The others are not measured of previews.
  const ofPreviews = kpis.filter(({ environments }) => environments === 'all');
  if (ofPreviews.length > 0) await measureOwnKpis(play, number, { kpis: ofPreviews, prefix });
}

async function ask(play: Play, number: number, drills: readonly DrillDefinition[]): Promise<void> {
  await act(play, 'ask', 'Ask in comments: what there is, and how the preview stands', async () => {
    await say(play, developer, number, '/help', { reactions: ['eyes', '+1'], words: ['/preview status'] });
    await say(play, developer, number, '/preview status', { reactions: done, words: ['live'] });
    const known = drills.map(({ id }) => id);
    if (known.length > 0) {
      await say(play, developer, number, '/help game-day run', { reactions: ['eyes', '+1'], words: known });
    }
    return known.length > 0 ? `3 commands answered; /game-day knows ${known.join(', ')}` : '2 commands answered';
  });
}

async function close(play: Play, number: number): Promise<void> {
  const { stage } = play;
  await act(play, 'close', 'Close it: its preview goes', async () => {
    stage.github.closePullRequest({ by: maintainer, number, merge: false });
    expectRun(await stage.settled(), workflow, onlyDestroyed, stage.recorder);
    expectComment(stage.github, number, ['### Preview: destroyed', 'Nothing of it is left']);
    expectNothing(`the preview of #${number}`, await play.tagged(number));
    expectNothing('every lease, lock and state of previews', await play.traces());
    return `#${number}: destroyed, nothing left`;
  });
}

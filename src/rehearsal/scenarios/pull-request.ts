// The life of pull requests: planned, previewed, pushed to, commanded, closed; from a fork, hostile, forgotten.
import type { Settings } from '../../stacks/settings.ts';
import type { FaultPlan } from '../faults/decide.ts';
import { rehearsalDomain } from '../prerequisites.ts';
import { closeIt, forget, openForgotten, openPullRequest, pushToIt, reap, strangers } from '../pull-requests/acts.ts';
import { apply, ask, hold, reviewFork } from '../pull-requests/chatops-acts.ts';
import { expectOnce, type ToldFaults, tellFaults } from '../pull-requests/fault-acts.ts';
import { bringUpHost } from '../pull-requests/host.ts';
import { compareKpis } from '../pull-requests/kpi-acts.ts';
import { openPlay, type Play } from '../pull-requests/play.ts';
import { openStage, type Stage } from '../pull-requests/stage.ts';
import type { PullRequestStory } from '../report/data.ts';
import type { Steps } from '../steps.ts';
import type { World } from '../world.ts';

export interface PullRequestScenario {
  readonly world: World;
  readonly steps: Steps;
  readonly settings: Settings;
  /** This checkout: what the pull requests change, and whose committed bundles run. */
  readonly checkout: string;
  /** Lets requests of actions go wrong on their way. */
  readonly faults?: FaultPlan;
  /** Given whatever there is to tell, also when something went wrong. */
  readonly onTold: (told: Told) => void;
}

export interface Told {
  readonly pullRequests: readonly PullRequestStory[];
  /** What was played by something else, and by what. */
  readonly standIns: ReadonlyMap<string, string>;
  /** Where GitHub was while it lasted. */
  readonly githubHost: string;
  /** How many requests went wrong, and how: a table. */
  readonly faults?: ToldFaults;
}

export async function rehearsePullRequests(scenario: PullRequestScenario): Promise<void> {
  const { world, steps, settings, checkout, faults, onTold } = scenario;
  const host = await bringUpHost(world, steps, settings);
  const before = faults && (await world.emulator.inventory());
  const ofAccount = { accountId: host.accountId, domain: rehearsalDomain };
  const stage = await openStage({ world, checkout, ...ofAccount, ...(faults && { faults }) });
  const play = openPlay(world, steps, stage, host);
  try {
    const first = await openPullRequest(play);
    await pushToIt(play, first);
    const fork = await strangers(play);
    const forgotten = await openForgotten(play);
    await ask(play, first);
    await reviewFork(play, fork);
    await compareKpis(play, first);
    await hold(play, first);
    await apply(play, first);
    await closeIt(play, first);
    await forget(play, forgotten);
    await reap(play, forgotten);
    if (faults && before) await expectOnce(play, world, { plan: faults, before });
  } finally {
    onTold(told(stage, play));
    await stage.close();
  }
}

function told(stage: Stage, { abouts }: Play): Told {
  const { github, recorder } = stage;
  const faults = tellFaults(stage);
  return {
    pullRequests: [...abouts].map(([number, about]) => recorder.story(number, about)),
    standIns: recorder.standIns(),
    githubHost: new URL(github.url).host,
    ...(faults && { faults }),
  };
}

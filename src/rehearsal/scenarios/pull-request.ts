// The life of pull requests: planned, previewed, pushed to, commanded, closed; from a fork, hostile, forgotten.
import type { Settings } from '../../stacks/settings.ts';
import { rehearsalDomain } from '../prerequisites.ts';
import { closeIt, forget, openForgotten, openPullRequest, pushToIt, reap, strangers } from '../pull-requests/acts.ts';
import { apply, ask, hold, reviewFork } from '../pull-requests/chatops-acts.ts';
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
  /** Given whatever there is to tell, also when something went wrong. */
  readonly onTold: (told: Told) => void;
}

export interface Told {
  readonly pullRequests: readonly PullRequestStory[];
  /** What was played by something else, and by what. */
  readonly standIns: ReadonlyMap<string, string>;
  /** Where GitHub was while it lasted. */
  readonly githubHost: string;
}

export async function rehearsePullRequests({ world, steps, settings, checkout, onTold }: PullRequestScenario): Promise<void> {
  const host = await bringUpHost(world, steps, settings);
  const stage = await openStage({ world, checkout, accountId: host.accountId, domain: rehearsalDomain });
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
  } finally {
    onTold(told(stage, play));
    await stage.close();
  }
}

function told({ github, recorder }: Stage, { abouts }: Play): Told {
  return {
    pullRequests: [...abouts].map(([number, about]) => recorder.story(number, about)),
    standIns: recorder.standIns(),
    githubHost: new URL(github.url).host,
  };
}

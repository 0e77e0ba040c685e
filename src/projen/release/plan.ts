// Puts a release together: which version, what its notes say, what has to be done, what was done by an earlier try.
import { renderChangelog } from './changelog.ts';
import { readChange } from './commits.ts';
import { readHistory } from './history.ts';
import { type ReleaseStep, releaseSteps } from './steps.ts';
import type { Tools } from './tools.ts';
import { decideVersion, movingTagOf } from './version.ts';

export interface ReleaseOptions {
  /** `owner/name` */
  readonly repository: string;
  readonly asked?: string | undefined;
  readonly today: Date;
  /** Where the notes will be. */
  readonly notesFile: string;
  readonly assets: readonly string[];
}

export type ReleasePlan =
  | { readonly kind: 'release'; readonly version: string; readonly notes: string; readonly steps: readonly ReleaseStep[] }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly why: string };

/** Reads only: git, and whether npm and GitHub have the version already. */
export function planRelease(tools: Pick<Tools, 'ask' | 'ifAny'>, options: ReleaseOptions): ReleasePlan {
  const history = readHistory(tools);
  const changes = history.commits.map(readChange);
  const { begun, last } = history;
  const decision = begun
    ? ({ kind: 'release', version: begun } as const)
    : decideVersion({ last, changes, asked: options.asked });
  if (decision.kind !== 'release') return decision;
  const { version } = decision;
  const { repository, notesFile, assets, today } = options;
  const steps = releaseSteps({
    ...{ version, repository, notesFile, assets, head: history.head, tags: history.tags },
    movingAt: history.moving[movingTagOf(version)],
    isPublished: Boolean(tools.ifAny('npm', 'view', `opsdeck@${version}`, 'version')),
    hasGitHubRelease: tools.ifAny('gh', 'release', 'view', `v${version}`, '--json', 'tagName') !== undefined,
  });
  const notes = renderChangelog({ version, date: today.toISOString().slice(0, 10), changes });
  return { kind: 'release', version, notes, steps };
}

/** What a dry run prints: commands can be read, and run by hand. */
export function renderReleasePlan(plan: ReleasePlan): string {
  switch (plan.kind) {
    case 'nothing':
      return 'Nothing to release: since the last version nothing was changed that anybody would notice.';
    case 'refused':
      return `Nothing to release: ${plan.why}.`;
    case 'release': {
      const steps = plan.steps.map(({ what, command, isDone }) => `${isDone ? '✔' : '·'} ${what}\n    ${command.join(' ')}`);
      return [`Version ${plan.version}`, '', plan.notes, 'Steps', ...steps].join('\n');
    }
    default:
      return plan satisfies never;
  }
}

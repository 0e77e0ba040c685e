// Keeps the one comment of a run up to date where it was asked for: whatever GitHub does, the run goes on.
import type { Clock } from '../../ports/clock.ts';
import type { Comments } from '../../ports/comments.ts';
import type { Progress } from '../../ports/progress.ts';
import type { RunIdentity } from '../../ports/workflow-runs.ts';
import { parseLeg } from '../chatops/legs.ts';
import { attempt } from '../comment/attempt.ts';
import type { RunbookJournal } from './engine/journal.ts';
import { renderReport } from './render/index.ts';

export interface Teller {
  /** Now and then, and without anybody waiting for it. */
  tellSoon(journal: RunbookJournal): void;
  /** Waits until it is told: the last words. */
  tell(markdown: string): Promise<void>;
}

export interface TellerWorld {
  readonly comments: Comments;
  readonly progress: Progress;
  readonly clock: Clock;
}

export interface Told {
  /** Issue or pull request; nothing where nobody is to be told. */
  readonly issue: number | undefined;
  /** Of the comment, one each: `987-1`, the command that asked for it, or the run. */
  readonly id: string;
}

const pauseSeconds = 15;
/** GitHub's limit is 65,536 characters; the marker takes some: https://github.com/orgs/community/discussions/27190 */
const longestComment = 60_000;

export function openTeller(world: TellerWorld, { issue, id }: Told): Teller {
  const { clock } = world;
  if (issue === undefined) return { tellSoon: () => undefined, tell: async () => undefined };
  const marker = `runbook/${id}`;
  let toldAtMs = Number.NEGATIVE_INFINITY;
  let underWay: Promise<void> | undefined;
  const write = async (markdown: string): Promise<void> => {
    toldAtMs = clock.now().getTime();
    await attempt(world, 'write the comment', () => world.comments.revise(issue, marker, () => cut(markdown)));
  };
  return {
    tellSoon: (journal) => {
      if (underWay || clock.now().getTime() - toldAtMs < pauseSeconds * 1000) return;
      underWay = write(renderReport(journal)).finally(() => {
        underWay = undefined;
      });
    },
    tell: async (markdown) => {
      await underWay;
      await write(markdown);
    },
  };
}

function cut(markdown: string): string {
  return markdown.length <= longestComment
    ? markdown
    : `${markdown.slice(0, longestComment)}\n\n(cut: the run's summary has all of it)`;
}

/**
 * The same for every attempt of a command, so that it is told once; several of one comment are done by one run.
 *
 * @param command the action's input of that name
 */
export function commentIdOf(command: string | undefined, { runId, attempt }: RunIdentity): string {
  return command === undefined ? `${runId}-${attempt}` : parseLeg(command).id;
}

// Keeps the line of a command that takes long up to date in the reply to its comment: where it is, at most every 15 seconds.
import type { Clock } from '../../ports/clock.ts';
import type { Comments } from '../../ports/comments.ts';
import type { Progress } from '../../ports/progress.ts';
import { attempt } from '../comment/attempt.ts';
import { escapeText, inlineCode, link } from '../comment/text.ts';
import { type Leg, parseLeg } from './legs.ts';
import { replyMarker, withLine } from './report.ts';

export interface ProgressLine {
  /** Never fails, and takes no time: what cannot be shown, is not. */
  tell(words: string): void;
  /** Resolves when the last edit is done, and no other will follow. */
  end(): Promise<void>;
}

export interface ProgressLineWorld {
  readonly comments: Comments;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly runUrl: string;
}

const pauseSeconds = 15;

/** @param command the action's input of that name; without one, nothing is shown */
export function openProgressLine(world: ProgressLineWorld, command: string | undefined): ProgressLine {
  if (command === undefined) return { tell: () => undefined, end: async () => undefined };
  const leg = parseLeg(command);
  const over = new AbortController();
  let wanted: string | undefined;
  let showing: Promise<void> | undefined;

  /** Shows the newest words, and after a pause again, as long as there are new ones. */
  const show = async (): Promise<void> => {
    while (wanted !== undefined && !over.signal.aborted) {
      const words = wanted;
      wanted = undefined;
      await edit(world, leg, words);
      await world.clock.sleep(pauseSeconds * 1000, over.signal).catch(() => undefined);
    }
    showing = undefined;
  };

  return {
    tell: (words) => {
      if (over.signal.aborted) return;
      wanted = words;
      showing ??= show();
    },
    end: async () => {
      over.abort();
      await showing;
    },
  };
}

async function edit({ comments, progress, runUrl }: ProgressLineWorld, leg: Leg, words: string): Promise<void> {
  const line = `⏳ ${inlineCode(leg.text)}: ${escapeText(words)} · ${link('run', runUrl)}`;
  await attempt({ progress }, 'show the progress', () =>
    comments.revise(leg.issue, replyMarker(leg), (current) => withLine(current, leg.index, line)),
  );
}

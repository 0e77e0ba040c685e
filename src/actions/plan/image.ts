// Which image a preview of a commit runs: the one that was built from it, pinned by digest.
import { failure } from '../../define/failure.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Images } from '../../ports/images.ts';
import type { Progress } from '../../ports/progress.ts';

export interface ImageSearch {
  /** Pinned already, or a repository in which the commit's SHA is the tag. */
  readonly wanted: string;
  readonly headSha: string;
  readonly images: Images;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** How long the build of the image may take after the workflow began. */
  readonly patienceSeconds: number;
}

const pinned = /@sha256:[0-9a-f]{64}$/;
const pauseSeconds = 10;

/** @throws a Failure `images/not-built` when no image of the commit turns up in time */
export async function findImage({
  wanted,
  headSha,
  images,
  clock,
  progress,
  signal,
  patienceSeconds,
}: ImageSearch): Promise<string> {
  if (pinned.test(wanted)) return wanted;
  const until = clock.now().getTime() + patienceSeconds * 1000;
  for (;;) {
    const found = await images.pin(wanted, headSha);
    if (found) return found;
    if (clock.now().getTime() + pauseSeconds * 1000 > until) throw notBuilt(wanted, headSha, patienceSeconds);
    progress.info(`No image is tagged ${headSha} in ${wanted} yet; looking again in ${pauseSeconds} s.`);
    await clock.sleep(pauseSeconds * 1000, signal);
  }
}

function notBuilt(repository: string, headSha: string, patienceSeconds: number) {
  return failure({
    code: 'images/not-built',
    what: `No image is tagged ${headSha} in ${repository}, after ${patienceSeconds} s of waiting.`,
    next: 'Look at the job that builds and pushes the image of each commit, then run this one again.',
  });
}

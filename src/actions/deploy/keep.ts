// Keeps a service that has proven itself: writes down all that it takes to go back to it.
import { attempt } from '../comment/attempt.ts';
import { link } from '../comment/text.ts';
import { type GoodService, withKept } from './good.ts';
import { writeGoods } from './good-store.ts';
import type { OpenJournal } from './journal-store.ts';
import { freezeMarker } from './keys.ts';
import type { Ended } from './result.ts';
import { walk } from './steps.ts';
import { shortSha } from './words.ts';
import type { DeployWorld } from './world.ts';

/** The journal has the candidate before anything else is written: whoever finds this run dead can go on from there. */
export function keep(world: DeployWorld, journal: OpenJournal, candidate: GoodService): Promise<Ended> {
  return walk(world.progress, 'keep', async () => {
    await journal.write({ state: 'keeping', candidate }, 'it has proven itself');
    return finishKeeping(world, journal, candidate);
  });
}

export async function finishKeeping(world: DeployWorld, journal: OpenJournal, candidate: GoodService): Promise<Ended> {
  const { documents, issues, settings, run } = world;
  const { environment } = settings;
  await writeGoods(documents, environment, (goods) => withKept(goods, candidate));
  const because = 'its alarms kept silent, and ECS completed its deployment';
  await journal.write({ state: 'kept', candidate: undefined, because }, 'kept');
  const comment = `${shortSha(candidate.commit)} was deployed, and is well: ${link('run', run.url)}.`;
  await attempt(world, 'close the issue of an earlier freeze', () => issues.close(freezeMarker(environment), comment));
  return { kind: 'kept', journal: journal.current() };
}

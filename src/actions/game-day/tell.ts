// Keeps the issue of a game day up to date: whatever GitHub does, the drill goes on.
import type { DrillDefinition } from '../../define/drill.ts';
import type { Issues } from '../../ports/issues.ts';
import { attempt } from '../comment/attempt.ts';
import type { GameDay, PastGameDay } from './game-day.ts';
import { issueMarker } from './keys.ts';
import { renderIssue } from './report/index.ts';
import type { GameDayWorld } from './world.ts';

export interface Teller {
  /** Waits until it is told. @returns the address of the issue, where there is one */
  tell(gameDay: GameDay): Promise<string | undefined>;
  /** Now and then, and without anybody waiting for it: alarms are looked at meanwhile. */
  tellSoon(gameDay: GameDay): void;
}

type TellerWorld = Pick<GameDayWorld, 'issues' | 'progress' | 'clock' | 'settings'>;

const label = 'game-day';

export function openTeller(world: TellerWorld, drill: DrillDefinition, history: readonly PastGameDay[]): Teller {
  const { clock, settings } = world;
  let toldAtMs = Number.NEGATIVE_INFINITY;
  let underWay: Promise<string | undefined> = Promise.resolve(undefined);
  let isUnderWay = false;
  const upsert = async (gameDay: GameDay): Promise<string | undefined> => {
    toldAtMs = clock.now().getTime();
    const issue = await attempt(world, 'write the issue', async () => {
      const { title, body } = renderIssue(gameDay, history, drill, clock.now());
      return world.issues.upsertOpen({ marker: issueMarker(gameDay.id), title, body, labels: [label] });
    });
    return issue?.url;
  };
  return {
    tell: async (gameDay) => {
      await underWay;
      return upsert(gameDay);
    },
    tellSoon: (gameDay) => {
      if (isUnderWay || clock.now().getTime() - toldAtMs < settings.tellSeconds * 1000) return;
      isUnderWay = true;
      underWay = upsert(gameDay).finally(() => {
        isUnderWay = false;
      });
    },
  };
}

/** Findings are closed by a drill that shows them to be mended: this one, and those of earlier ones. */
export async function closeIssues(
  world: { readonly issues: Issues; readonly progress: TellerWorld['progress'] },
  gameDay: GameDay,
  history: readonly PastGameDay[],
): Promise<void> {
  if (gameDay.verdict !== 'pass') return;
  const isOwnClosed = gameDay.findings.length === 0;
  const mended = history.filter(({ id, zone, verdict }) => id !== gameDay.id && zone === gameDay.zone && verdict !== 'pass');
  const ids = [...(isOwnClosed ? [gameDay.id] : []), ...mended.map(({ id }) => id)];
  for (const id of ids) {
    const words =
      id === gameDay.id ? 'It passed, and there is nothing to do.' : `The same drill passed: ${gameDay.issueUrl ?? gameDay.id}`;
    await attempt(world, `close the issue of ${id}`, () => world.issues.close(issueMarker(id), words));
  }
}

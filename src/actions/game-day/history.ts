// The last game days of a drill: what the report shows, and which zone's turn it is.
import type { Documents } from '../../ports/documents.ts';
import type { GameDay, PastGameDay } from './game-day.ts';
import { parseHistory } from './journal-fields.ts';
import { historyKey } from './keys.ts';

const most = 10;

/** Newest first. */
export async function gatherHistory(documents: Documents, environment: string, drill: string): Promise<readonly PastGameDay[]> {
  return parseHistory((await documents.read(historyKey(environment, drill)))?.value);
}

/** Once only, however often it is written down. */
export async function addToHistory(documents: Documents, gameDay: GameDay): Promise<void> {
  const past = pastOf(gameDay);
  if (past === undefined) return;
  const key = historyKey(gameDay.environment, gameDay.drill);
  const found = await documents.read(key);
  const history = [past, ...parseHistory(found?.value).filter(({ id }) => id !== past.id)].slice(0, most);
  await (found ? documents.replace(key, history, found.version) : documents.create(key, history));
}

export function pastOf({ id, startedAt, zone, verdict, because = '', times, issueUrl }: GameDay): PastGameDay | undefined {
  if (verdict === undefined) return undefined;
  return {
    id,
    startedAt,
    ...(zone !== undefined && { zone }),
    verdict,
    because,
    times,
    ...(issueUrl !== undefined && { issueUrl }),
  };
}

/** The zone that was played longest ago, or never; of several, the first by name. */
export function decideTurn(zones: readonly string[], history: readonly PastGameDay[]): string | undefined {
  const lastPlayed = (zone: string) => {
    const latest = history.find((past) => past.zone === zone && past.verdict !== 'refused');
    return latest?.startedAt ?? '';
  };
  return [...zones].sort().reduce<string | undefined>((best, zone) => {
    return best === undefined || lastPlayed(zone) < lastPlayed(best) ? zone : best;
  }, undefined);
}

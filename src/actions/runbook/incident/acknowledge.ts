// Somebody takes an incident on: `/ack` in its issue.

import type { Clock } from '../../../ports/clock.ts';
import { isOpen, withChange } from './incident.ts';
import { readAll, reviseIncident, type StoreWorld } from './incident-store.ts';
import { incidentsFolder } from './keys.ts';

export type Acknowledged =
  | { readonly kind: 'acknowledged'; readonly environment: string; readonly alarm: string; readonly seconds: number }
  /** Somebody was first. */
  | { readonly kind: 'already'; readonly by: string; readonly at: string }
  | { readonly kind: 'closed' }
  /** The issue is of no incident. */
  | { readonly kind: 'none' };

/** @param by login of who does. @returns what is to be told to that person */
export async function acknowledge(
  world: StoreWorld & { readonly clock: Pick<Clock, 'now'> },
  issue: number,
  by: string,
): Promise<Acknowledged> {
  const keys = await world.documents.list(incidentsFolder);
  // Documents beside the incidents lie in no folder of an environment.
  const incidents = await readAll(
    world,
    keys.filter((key) => key.slice(incidentsFolder.length).includes('/')),
  );
  const ofIssue = incidents.filter((incident) => incident.issue === issue && incident.ending !== 'continued');
  const found = ofIssue.find(isOpen) ?? ofIssue[0];
  if (!found) return { kind: 'none' };
  const at = world.clock.now().toISOString();
  let result: Acknowledged = { kind: 'closed' };
  await reviseIncident(world, found, (current) => {
    if (current?.id !== found.id || !isOpen(current)) {
      result = { kind: 'closed' };
      return undefined;
    }
    if (current.acknowledged) {
      result = { kind: 'already', ...current.acknowledged };
      return undefined;
    }
    const { environment, alarm, openedAt } = current;
    const seconds = Math.max(0, (Date.parse(at) - Date.parse(openedAt)) / 1000);
    result = { kind: 'acknowledged', environment, alarm, seconds };
    return withChange(current, { acknowledged: { by, at } }, [{ at, words: `acknowledged by ${by}` }]);
  });
  return result;
}

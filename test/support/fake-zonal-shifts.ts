// The ZonalShifts port in memory: a test starts shifts, the clock and the port end them.
import type { Clock } from '../../src/ports/clock.ts';
import type { ShiftableResource, ZonalShift, ZonalShifts } from '../../src/ports/zonal-shifts.ts';
import { type Troubled, troubled } from './troubles.ts';

export interface MemoryZonalShifts extends Troubled<ZonalShifts> {
  /** What is left out: now, and for an hour. */
  put(shift: Partial<ZonalShift> & Pick<ZonalShift, 'id' | 'resource' | 'awayFrom'>): void;
}

export function memoryZonalShifts(clock: Pick<Clock, 'now'>, shiftable: readonly ShiftableResource[] = []): MemoryZonalShifts {
  const shifts = new Map<string, ZonalShift>();
  const port: ZonalShifts = {
    shiftable: async () => shiftable,
    start: async ({ resource, awayFrom, seconds, comment }) => {
      const isShifted = (await port.active()).some((shift) => shift.resource === resource);
      if (isShifted) throw new Error(`${resource} is shifted already.`);
      const startedAt = clock.now().toISOString();
      const expiresAt = new Date(clock.now().getTime() + seconds * 1000).toISOString();
      const id = `shift-${shifts.size + 1}-${startedAt}`;
      shifts.set(id, { id, resource, awayFrom, comment, startedAt, expiresAt });
    },
    active: async () => [...shifts.values()].filter(({ expiresAt }) => Date.parse(expiresAt) > clock.now().getTime()),
    cancel: async (id) => void shifts.delete(id),
  };
  return {
    ...troubled(port),
    put: (shift) => {
      const startedAt = clock.now().toISOString();
      const expiresAt = new Date(clock.now().getTime() + 3_600_000).toISOString();
      shifts.set(shift.id, { comment: 'Put by a test', startedAt, expiresAt, ...shift });
    },
  };
}

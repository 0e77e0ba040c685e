// Implements the ZonalShifts port with Amazon Application Recovery Controller (ARC).
import type { ShiftableResource, ZonalShift, ZonalShifts } from '../../ports/zonal-shifts.ts';
import { asking, askingFor } from './asking.ts';
import type { AwsClientConfig } from './client-config.ts';
import { everyPage } from './pages.ts';
import { nameOf } from './refusals.ts';
import { instantOf, openSignedJson, pagesOf } from './signed-json.ts';

/** Every method throws a `Failure` (`aws/...`) when AWS refuses. */
export function openZonalShifts(config: AwsClientConfig): ZonalShifts {
  const ask = openSignedJson({ ...config, service: 'arc-zonal-shift' });
  return {
    shiftable: () =>
      asking({ what: 'list what can be shifted', permission: 'arc-zonal-shift:ListManagedResources' }, () => {
        const query = { maxResults: '100' };
        const request = { call: 'ListManagedResources', method: 'GET', path: '/managedresources', query } as const;
        return everyPage(pagesOf<ResourcesPage>(ask, request), ({ items = [] }) => items.map(resourceOf));
      }),
    start: async ({ resource, awayFrom, seconds, comment }) => {
      const attempt = { what: `move traffic away from ${awayFrom}`, permission: 'arc-zonal-shift:StartZonalShift' };
      const body = { resourceIdentifier: resource, awayFrom, expiresIn: `${Math.ceil(seconds / 60)}m`, comment };
      await asking(attempt, () => ask({ call: 'StartZonalShift', method: 'POST', path: '/zonalshifts', body }));
    },
    active: () =>
      asking({ what: 'list zonal shifts', permission: 'arc-zonal-shift:ListZonalShifts' }, () => {
        const request = {
          call: 'ListZonalShifts',
          method: 'GET',
          path: '/zonalshifts',
          query: { status: 'ACTIVE', maxResults: '100' },
        } as const;
        return everyPage(pagesOf<ShiftsPage>(ask, request), ({ items = [] }) => items.map(shiftOf));
      }),
    cancel: async (id) => {
      const attempt = { what: `end the zonal shift ${id}`, permission: 'arc-zonal-shift:CancelZonalShift' };
      await askingFor(attempt, isOver, () =>
        ask({ call: 'CancelZonalShift', method: 'DELETE', path: `/zonalshifts/${encodeURIComponent(id)}` }),
      );
    },
  };
}

/** https://docs.aws.amazon.com/arc-zonal-shift/latest/api/API_ListManagedResources.html */
interface ResourcesPage {
  readonly items?: readonly { readonly arn?: string; readonly name?: string }[];
  readonly nextToken?: string;
}

const resourceOf = ({ arn = '', name = '' }: { readonly arn?: string; readonly name?: string }): ShiftableResource => {
  return { arn, name };
};

/** https://docs.aws.amazon.com/arc-zonal-shift/latest/api/API_ListZonalShifts.html */
interface ShiftsPage {
  readonly items?: readonly Shift[];
  readonly nextToken?: string;
}

interface Shift {
  readonly zonalShiftId?: string;
  readonly resourceIdentifier?: string;
  readonly awayFrom?: string;
  readonly comment?: string;
  readonly startTime?: number;
  readonly expiryTime?: number;
}

function shiftOf(shift: Shift): ZonalShift {
  return {
    id: shift.zonalShiftId ?? '',
    resource: shift.resourceIdentifier ?? '',
    awayFrom: shift.awayFrom ?? '',
    comment: shift.comment ?? '',
    startedAt: instantOf(shift.startTime),
    expiresAt: instantOf(shift.expiryTime),
  };
}

/** https://docs.aws.amazon.com/arc-zonal-shift/latest/api/API_ConflictException.html */
function isOver(error: unknown): boolean {
  return (
    nameOf(error) === 'ResourceNotFoundException' ||
    (error as { reason?: unknown } | null)?.reason === 'ZonalShiftStatusNotActive'
  );
}

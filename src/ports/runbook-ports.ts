// All that a runbook may be given of the world; what it does with it is held against the calls that it declares.
import type { Call } from '../define/runbook.ts';
import type { AddressSets } from './address-sets.ts';
import type { Alarms } from './alarms.ts';
import type { ApiLimits } from './api-limits.ts';
import type { AutoScaling } from './auto-scaling.ts';
import type { Caches } from './caches.ts';
import type { Databases } from './databases.ts';
import type { Evidence } from './evidence.ts';
import type { Experiments } from './experiments.ts';
import type { KeptFiles } from './kept-files.ts';
import type { Networks } from './networks.ts';
import type { Previews } from './previews.ts';
import type { Queues } from './queues.ts';
import type { Secrets } from './secrets.ts';
import type { Services } from './services.ts';
import type { Streams } from './streams.ts';
import type { TaggedResources } from './tagged-resources.ts';
import type { ZonalShifts } from './zonal-shifts.ts';

export interface RunbookPorts {
  readonly addressSets: AddressSets;
  readonly alarms: Alarms;
  readonly apiLimits: ApiLimits;
  readonly autoScaling: AutoScaling;
  readonly caches: Caches;
  readonly databases: Databases;
  readonly evidence: Evidence;
  readonly experiments: Experiments;
  readonly keptFiles: KeptFiles;
  readonly networks: Networks;
  readonly previews: Previews;
  readonly queues: Queues;
  readonly secrets: Secrets;
  readonly services: Services;
  readonly streams: Streams;
  readonly taggedResources: TaggedResources;
  readonly zonalShifts: ZonalShifts;
}

/** Told of every call before it is sent. @throws when it may not be made */
export type CallGuard = (call: Call) => void;

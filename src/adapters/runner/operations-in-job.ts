// AWS as jobs have it that break things and put them right; apart, so that no other job carries these clients.
import type { Caches } from '../../ports/caches.ts';
import type { Databases } from '../../ports/databases.ts';
import type { Experiments } from '../../ports/experiments.ts';
import type { Networks } from '../../ports/networks.ts';
import type { ZonalShifts } from '../../ports/zonal-shifts.ts';
import { openCaches } from '../aws/caches.ts';
import { openDatabases } from '../aws/databases.ts';
import { openExperiments } from '../aws/experiments.ts';
import { openNetworks } from '../aws/networks.ts';
import { openZonalShifts } from '../aws/zonal-shifts.ts';
import { type CloudInputs, clientConfig } from './cloud-in-job.ts';
import { type Watch, watchInJob } from './watch-in-job.ts';

/** What a game day breaks, watches and puts right. */
export interface Operations extends Watch {
  readonly experiments: Experiments;
  readonly zonalShifts: ZonalShifts;
  readonly networks: Networks;
  readonly databases: Databases;
  readonly caches: Caches;
}

export function operationsInJob(inputs: Pick<CloudInputs, 'region'>, env: NodeJS.ProcessEnv): Operations {
  const client = clientConfig(inputs, env);
  return {
    ...watchInJob(inputs, env),
    experiments: openExperiments(client),
    zonalShifts: openZonalShifts(client),
    networks: openNetworks(client),
    databases: openDatabases(client),
    caches: openCaches(client),
  };
}

// AWS as jobs have it that watch services: apart, so that they carry no client of what they never change.
import type { Alarms } from '../../ports/alarms.ts';
import type { Pager } from '../../ports/pager.ts';
import type { Services } from '../../ports/services.ts';
import { openAlarms } from '../aws/alarms.ts';
import { openPager } from '../aws/pager.ts';
import { openServices } from '../aws/services.ts';
import { type CloudInputs, clientConfig } from './cloud-in-job.ts';

/** What a deploy watches, and whom it tells. */
export interface Watch {
  readonly alarms: Alarms;
  readonly services: Services;
  readonly pager: Pager;
}

export function watchInJob(inputs: Pick<CloudInputs, 'region'>, env: NodeJS.ProcessEnv): Watch {
  const client = clientConfig(inputs, env);
  return { alarms: openAlarms(client), services: openServices(client), pager: openPager(client) };
}

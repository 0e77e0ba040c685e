// What every part of a service is told about itself and the platform that it runs on.
import type { StackDefinitions } from '../../define/own-definitions.ts';
import type { Capacity } from '../capacity.ts';
import type { PlatformFacts } from '../platform-parameters.ts';
import type { Profile } from '../profiles.ts';
import type { Region } from '../regions.ts';

export interface ServiceContext {
  /** Starts every name: `assess-<environment>-<service>`. */
  readonly prefix: string;
  readonly environment: string;
  readonly service: string;
  readonly region: Region;
  readonly accountId: string;
  readonly profile: Profile;
  readonly capacity: Capacity;
  readonly platform: PlatformFacts;
  /** `app.<domain>`, `pr-7.<domain>`: see hostLabelOf. */
  readonly host: string;
  /** What the repository adds to the KPIs of Opsdeck. */
  readonly own: StackDefinitions;
}

/** The application's contract with the platform: it listens here, and answers `GET /health` with 200 when it can work. */
export const containerPort = 8080;
export const healthPath = '/health';
export const containerName = 'app';

// What every part of a platform is told about the environment that it belongs to.
import type { IResolvable } from 'cdktf';
import type { StackDefinitions } from '../../define/own-definitions.ts';
import type { Capacity } from '../capacity.ts';
import type { Profile } from '../profiles.ts';
import type { Region } from '../regions.ts';

export interface PlatformContext {
  /** Starts every name: `assess-<environment>`. */
  readonly prefix: string;
  readonly environment: string;
  readonly region: Region;
  readonly zones: readonly string[];
  readonly accountId: string;
  readonly profile: Profile;
  readonly capacity: Capacity;
  /** False only while the environment is being taken down. */
  readonly isProtected: IResolvable;
  /** What the repository adds to the drills and KPIs of Opsdeck. */
  readonly own: StackDefinitions;
}

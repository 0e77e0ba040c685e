// How many tasks a service may have: the limits that its autoscaling keeps to.
import type { ServiceIdentity } from './services.ts';

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ScalableTarget.html */
export interface ScalableTarget {
  readonly least: number;
  readonly most: number;
  /** Somebody keeps it from scaling in. */
  readonly isScaleInSuspended: boolean;
}

export interface AutoScaling {
  /** @returns nothing where a service does not scale by itself */
  describe(service: ServiceIdentity): Promise<ScalableTarget | undefined>;
  setLimits(service: ServiceIdentity, limits: { readonly least: number; readonly most: number }): Promise<void>;
}

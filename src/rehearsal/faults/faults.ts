// The faults of a rehearsal: one proxy before GitHub, one before AWS, and what they did.
import type { FaultPlan } from './decide.ts';
import { type FaultProxy, openFaultProxy } from './proxy.ts';

export interface Faults {
  readonly plan: FaultPlan;
  /** Between the actions and GitHub, as `GITHUB_API_URL`. */
  readonly gitHub: FaultProxy;
  /** Between the actions and AWS, as `AWS_ENDPOINT_URL`. */
  readonly aws: FaultProxy;
  close(): Promise<void>;
}

export interface Doubles {
  readonly gitHubUrl: string;
  readonly awsUrl: string;
}

export async function openFaults(plan: FaultPlan, { gitHubUrl, awsUrl }: Doubles): Promise<Faults> {
  const gitHub = await openFaultProxy({ name: 'GitHub', upstream: gitHubUrl, plan });
  const aws = await openFaultProxy({ name: 'AWS', upstream: awsUrl, plan });
  const close = async (): Promise<void> => void (await Promise.all([gitHub.close(), aws.close()]));
  return { plan, gitHub, aws, close };
}

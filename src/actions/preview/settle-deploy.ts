// Writes down how a deploy ended that did not come to its end: it failed, or made way for a newer commit.
import type { Failure } from '../../define/failure.ts';
import { attempt } from '../comment/attempt.ts';
import type { DeployResult } from './deploy-request.ts';
import type { DeployRun } from './deploy-run.ts';
import { asFailure, recordFailure } from './failures.ts';
import type { Lease } from './lease.ts';
import { releaseSlots } from './take-slot.ts';
import { tell, tellDeployment } from './tell.ts';

/** Never throws: what failed is what a person should hear of, not that it could not be written down. */
export async function settleFailure(run: DeployRun, error: unknown): Promise<DeployResult> {
  const { world, request, lease } = run;
  const failure = asFailure(error, world.signal);
  const recorded = recordFailure(failure, world.signal);
  const { step } = lease.current();
  world.progress.warning(`${failure.message} ${failure.next}`);
  await attempt(world, 'write down that the deploy failed', () => lease.write({ status: 'failed', failure: recorded }));
  const runUrl = world.run.url;
  await tellDeployment(world, lease.current().deploymentId, { state: 'failure', description: describe(failure), logUrl: runUrl });
  await tell(world, request.pullRequest, { kind: 'failed', doing: 'deploy', step, failure: recorded, runUrl });
  return { kind: 'failed', failure };
}

/** The newer commit's run tells people about the preview: this one only leaves it as it found it. */
export async function settleSuperseded(run: DeployRun, by: string, isAnythingApplied: boolean): Promise<DeployResult> {
  const { world, request, lease, before } = run;
  const description = `Superseded by ${by.slice(0, 7)}`;
  await tellDeployment(world, lease.current().deploymentId, { state: 'inactive', description, logUrl: world.run.url });
  if (isAnythingApplied) await lease.write({ status: 'failed', failure: supersededFailure(by) });
  else if (before.lease.kind === 'valid') await lease.rewrite(restored(before.lease.lease, lease.current()));
  else if (before.states.length === 0) {
    await releaseSlots(world.documents, request.pullRequest);
    await lease.remove();
  }
  return { kind: 'superseded', by, isLive: false };
}

/** Its slot may be new: then the one who comes next should have it. */
function restored(previous: Lease, { slot }: Lease): Lease {
  return { ...previous, ...(slot !== undefined && { slot }) };
}

function supersededFailure(by: string) {
  return {
    code: 'preview/superseded',
    what: `Another commit, ${by.slice(0, 7)}, was pushed before all of this one was deployed.`,
    next: 'Wait for the run of that commit, or push again.',
  };
}

function describe({ message }: Failure): string {
  return message.split('\n', 1)[0] ?? '';
}

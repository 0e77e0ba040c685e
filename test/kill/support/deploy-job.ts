// The jobs of deploys, asked for as the generated workflow does it.
import { deployContract as contract } from '../../../src/actions/deploy/contract.ts';
import { holdKey } from '../../../src/actions/environment/hold-store.ts';
import type { DeployRun } from './deploy-lives.ts';
import type { DeployedService } from './deployed-service.ts';
import { environment, region } from './host.ts';
import { killing } from './killing.ts';
import type { KillMoment } from './moments.ts';
import { type BundleEnd, runBundle } from './run-bundle.ts';
import type { SharedProvider } from './shared-provider.ts';
import type { Merge, Stage } from './stage.ts';

export interface JobWorld {
  readonly stage: Stage;
  readonly provider: SharedProvider;
  readonly service: DeployedService;
}

export interface Built extends Merge {
  readonly image: string;
}

export async function performJob(
  { stage, provider, service }: JobWorld,
  run: DeployRun,
  { sha, webhook, image }: Built,
): Promise<BundleEnd> {
  const { host, machine, documents } = stage;
  const { event, killAt, playsPost } = run;
  if (event === 'unlock and recover') await documents.remove(holdKey(environment));
  // A provider that is shared does not die with its Terraform.
  const shared = killAt && isInTerraform(killAt) ? {} : provider.environment;
  return runBundle(machine, {
    contract,
    webhook,
    workflow: 'deploy-environment',
    job: 'service',
    artifact: service.artifact,
    inputs: {
      environment,
      region,
      'state-bucket': host.bucket,
      domain: host.domain,
      by: 'kim',
      ...inputsOf(event, image, sha),
    },
    environment: { ...shared, ...service.jobEnvironment },
    ...(killAt && { onLine: killing(killAt) }),
    ...(playsPost && { playsPost }),
  });
}

function inputsOf(event: DeployRun['event'], image: string, commit: string): Readonly<Record<string, string>> {
  switch (event) {
    case 'release':
    case 'bad release':
      return { mode: 'service', image, commit };
    case 'unlock and recover':
      return { mode: 'service', image, commit, recovery: 'true', reason: 'this mends it' };
    case '/rollback':
      return { mode: 'rollback', reason: 'it does harm' };
    case 'platform':
      return { mode: 'platform', 'digest-platform': '0'.repeat(64) };
    default:
      return event satisfies never;
  }
}

function isInTerraform({ line }: KillMoment): boolean {
  return /^▸ (init|plan|apply)-|^✔ (preflight|plan-good)|^ {2}/.test(line);
}

/** What it says of itself, or the code of what it failed with. */
export function statusOf({ outputs, lines }: BundleEnd): string {
  return outputs.status || (lines.findLast((line) => codeOfFailure.test(line))?.match(codeOfFailure)?.[1] ?? 'no status');
}

/** How a failure ends in the log. */
const codeOfFailure = /\(([a-z]+\/[a-z-]+)\)$/;

/** Where it ends otherwise than it should, with what it said last. */
export function describeEnd(end: BundleEnd, { killAt, status }: DeployRun): string {
  const said = end.kind === 'killed' ? 'killed' : statusOf(end);
  const isExpected = killAt ? said === 'killed' || killAt.line === '✔ unlock' : said === status;
  return isExpected ? said : [said, ...end.lines.slice(-20)].join('\n');
}

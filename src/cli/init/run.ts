// `opsdeck init` from settings that are complete: the account first, then GitHub.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openAccount } from '../../adapters/aws/account.ts';
import type { AwsClientConfig } from '../../adapters/aws/client-config.ts';
import { openDocuments } from '../../adapters/aws/documents.ts';
import { openRepositorySettings } from '../../adapters/github/repository-settings.ts';
import { systemClock } from '../../adapters/process/system-clock.ts';
import { terraformEnvironment } from '../../adapters/runner/terraform-in-job.ts';
import { findBinary } from '../../adapters/terraform/binary.ts';
import { migrateState } from '../../adapters/terraform/migrate.ts';
import { openTerraform } from '../../adapters/terraform/terraform.ts';
import { failure } from '../../define/failure.ts';
import type { Account, CallerIdentity } from '../../ports/account.ts';
import type { Region } from '../../stacks/regions.ts';
import type { Confirm } from './ask.ts';
import { type BootstrapEnd, bringUpBootstrap } from './bootstrap.ts';
import { openBootstrapFolder } from './folder.ts';
import { type GitHubEnd, setUpGitHub } from './set-up-github.ts';
import type { InitSettings } from './settings.ts';
import { renderForTerminal } from './terminal-plan.ts';

export interface CompleteSettings extends InitSettings {
  readonly region: Region;
  readonly repository: string;
}

export interface InitTerminal {
  readonly env: NodeJS.ProcessEnv;
  /** Keeps `.opsdeck/bootstrap`. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly confirm: Confirm;
  /** Of the plan, every attribute. */
  readonly full: boolean;
  /** The answer, on standard output. */
  print(lines: readonly string[]): void;
  /** What is going on, on standard error. */
  say(line: string): void;
}

export interface InitEnd {
  readonly account: string;
  readonly stateBucket: string;
  readonly bootstrap: BootstrapEnd;
  readonly gitHub: GitHubEnd;
}

export async function initialize(settings: CompleteSettings, terminal: InitTerminal): Promise<InitEnd> {
  const { region, repository, endpoint } = settings;
  const client = { region, ...(endpoint && { endpoint }) };
  const account = openAccount(client);
  const { accountId } = ofRightAccount(await account.whoAmI(), settings);
  const stateBucket = `opsdeck-state-${accountId}-${region}`;
  terminal.say(`Account ${accountId}, ${region}; repository ${repository}`);
  const bootstrap = await bootstrapIn({ account, client, accountId, stateBucket }, settings, terminal);
  // Whoever wants nothing of it in the account is shown the rest, and not asked again.
  const confirm: Confirm = bootstrap === 'not-confirmed' ? async () => false : terminal.confirm;
  const gitHub = await setUpGitHub(
    gitHubPorts(settings, { ...terminal, confirm }),
    { ...settings, account: accountId },
    repository,
  );
  return { account: accountId, stateBucket, bootstrap, gitHub };
}

function ofRightAccount(caller: CallerIdentity, { account }: InitSettings): CallerIdentity {
  if (account === undefined || account === caller.accountId) return caller;
  throw failure({
    code: 'init/other-account',
    what: `The credentials are ${caller.arn}, of the account ${caller.accountId}, not of ${account}.`,
    next: 'Sign in to the account that you mean, or leave --account out.',
  });
}

interface Place {
  readonly account: Account;
  readonly client: AwsClientConfig;
  readonly accountId: string;
  readonly stateBucket: string;
}

async function bootstrapIn(place: Place, settings: CompleteSettings, terminal: InitTerminal): Promise<BootstrapEnd> {
  const { account, client, accountId, stateBucket: bucket } = place;
  const { env, signal, say, print, confirm, full } = terminal;
  const { PATH: searchPath = '', OPSDECK_TERRAFORM: explicitPath } = env;
  const binary = await findBinary({ searchPath, env, ...(explicitPath && { explicitPath }) });
  const folder = await openBootstrapFolder(terminal.folder, { ...settings, account: accountId });
  const setup = { binary, folder: folder.path, env: { ...terraformEnvironment(env), AWS_REGION: settings.region } };
  const ports = {
    ...{ account, accountId, folder, say, confirm, signal },
    documents: openDocuments({ bucket, client }),
    terraform: openTerraform(setup),
    configuration: JSON.parse(await readFile(join(folder.path, 'cdk.tf.json'), 'utf8')) as unknown,
    migrateState: () => migrateState(setup, { backendConfig: { bucket }, signal }),
    show: (markdown: string) => print([renderForTerminal(markdown, full)]),
  };
  return bringUpBootstrap(ports, bucket);
}

function gitHubPorts({ gitHub, repository }: CompleteSettings, { print, confirm, say }: InitTerminal) {
  if (!gitHub) return { print, confirm };
  const [owner = '', name = ''] = repository.split('/');
  const setup = { ...gitHub, repository: { owner, name }, userAgent: 'opsdeck', clock: systemClock, log: say };
  return { settings: openRepositorySettings(setup), print, confirm };
}

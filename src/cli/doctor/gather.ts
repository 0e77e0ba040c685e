// Asks everybody who knows something that the doctor has to judge; whoever does not answer stops nobody else.

import { configPath } from '../../define/config-file.ts';
import { type RoleName, roleNames } from '../../define/github-settings.ts';
import { partNames, partsOf, workflowNames } from '../../define/parts.ts';
import { parseStacksConfig } from '../../define/stacks-config.ts';
import { defaultLayout, type StackLayout } from '../../define/synth-layout.ts';
import type { Account } from '../../ports/account.ts';
import type { RepositoryFiles } from '../../ports/repository-files.ts';
import type { RepositoryFacts, RepositorySettings } from '../../ports/repository-settings.ts';
import {
  type DoctorFacts,
  type Fact,
  known,
  learn,
  notAsked,
  valueIn,
  type Wanted,
  type WorkflowFile,
  type WorkflowFiles,
} from './facts.ts';
import { oidcIssuer, signIn } from './identities.ts';

export interface DoctorPorts {
  openAccount(region: string): Account;
  /** Absent without a token. */
  readonly gitHub?: { readonly settings: RepositorySettings; readonly files: RepositoryFiles };
  /** @returns for example `terraform 1.11.4`. @throws a Failure `terraform/...` */
  findTerraform(): Promise<string>;
  /** Of the folder that the command runs in. */
  readLocalWorkflows(): Promise<readonly WorkflowFile[]>;
  /** Of the same folder. @returns the content of `.github/opsdeck.json`, or nothing */
  readLocalConfig(): Promise<string | undefined>;
}

/** What was given; what was not, is looked up. */
export interface Given {
  readonly region?: string | undefined;
  readonly repository?: string | undefined;
  readonly domain?: string | undefined;
  readonly opsdeckVersion: string;
  readonly nodeVersion: string;
}

/** Where the workflows work when nobody says it. */
const usualRegion = 'eu-west-2';

export interface Examined {
  readonly facts: DoctorFacts;
  readonly wanted: Wanted;
}

export async function gatherFacts(ports: DoctorPorts, given: Given): Promise<Examined> {
  const [gitHub, terraform] = await Promise.all([gatherGitHub(ports, given), learn(ports.findTerraform)]);
  const variables = valueIn(gitHub.variables);
  const repository = given.repository;
  const domain = given.domain ?? variables?.OPSDECK_DOMAIN;
  const wanted = {
    region: given.region ?? variables?.AWS_REGION ?? usualRegion,
    ...(repository && { repository }),
    ...(domain && { domain }),
    parts: partsIn(gitHub.workflows),
    layout: valueIn(gitHub.layout) ?? defaultLayout,
  };
  const aws = await gatherAws(ports.openAccount(wanted.region), wanted);
  const { opsdeckVersion, nodeVersion } = given;
  return { facts: { opsdeckVersion, nodeVersion, terraform, ...aws, ...gitHub }, wanted };
}

function partsIn(workflows: Fact<WorkflowFiles>): Wanted['parts'] {
  const found = partsOf(valueIn(workflows)?.files ?? []);
  return found.length > 0 ? found : partNames;
}

type AwsFacts = Pick<DoctorFacts, 'caller' | 'provider' | 'roles' | 'bucket' | 'zone' | 'certificates'>;

async function gatherAws(account: Account, { region, domain }: Wanted): Promise<AwsFacts> {
  const caller = await learn(() => account.whoAmI());
  const identity = valueIn(caller);
  const asked = <T>(ask: () => Promise<T>): Promise<Fact<T>> => (identity ? learn(ask) : Promise.resolve(withoutAws<T>()));
  const ofDomain = <T>(ask: (name: string) => Promise<T>): Promise<Fact<T>> =>
    domain ? asked(() => ask(domain)) : Promise.resolve(withoutDomain<T>());
  const name = `opsdeck-state-${identity?.accountId}-${region}`;
  const [provider, bucket, zone, certificates, ...found] = await Promise.all([
    asked(() => account.identityProvider(oidcIssuer)),
    asked(async () => ({ name, settings: await account.bucket(name) })),
    ofDomain((one) => account.hostedZone(one)),
    ofDomain((one) => account.certificates(`*.${one}`)),
    ...roleNames.map((role) => asked(() => account.role(`opsdeck-${role}`))),
  ]);
  const roles = Object.fromEntries(roleNames.map((role, index) => [role, found[index]])) as DoctorFacts['roles'];
  return { caller, provider, roles: roles satisfies Record<RoleName, unknown>, bucket, zone, certificates };
}

function withoutAws<T>(): Fact<T> {
  return notAsked('no AWS credentials to ask with', signIn);
}

function withoutDomain<T>(): Fact<T> {
  return notAsked('no domain is known', 'Give --domain, or set the variable OPSDECK_DOMAIN of the repository.');
}

type GitHubFacts = Pick<
  DoctorFacts,
  'repository' | 'environments' | 'variables' | 'actionsPolicy' | 'workflowToken' | 'protection' | 'workflows' | 'layout'
>;

async function gatherGitHub({ gitHub, readLocalWorkflows, readLocalConfig }: DoctorPorts, given: Given): Promise<GitHubFacts> {
  const repository = gitHub ? await learn(() => gitHub.settings.repository()) : withoutToken<RepositoryFacts>(given);
  const seen = valueIn(repository);
  if (!gitHub || !seen) {
    const local = await learn(async () => ({ place: 'this folder', files: await readLocalWorkflows() }));
    const unseen = <T>(): Fact<T> =>
      gitHub ? notAsked('the repository is not seen', 'Put that right first.') : withoutToken<T>(given);
    return {
      ...{ repository, environments: unseen(), variables: unseen(), actionsPolicy: unseen() },
      ...{ workflowToken: unseen(), protection: unseen(), workflows: local, layout: await layoutOf(readLocalConfig) },
    };
  }
  const { settings, files } = gitHub;
  const [environments, variables, actionsPolicy, workflowToken, protection, workflows, layout] = await Promise.all([
    learn(() => settings.environments()),
    learn(() => settings.variables()),
    learn(() => settings.actionsPolicy()),
    learn(() => settings.workflowToken()),
    learn(() => settings.branchProtection(seen.defaultBranch)),
    learn(async () => ({ place: `${seen.defaultBranch} of ${seen.fullName}`, files: await readWorkflows(files) })),
    layoutOf(() => files.read(configPath)),
  ]);
  return { repository: known(seen), environments, variables, actionsPolicy, workflowToken, protection, workflows, layout };
}

function withoutToken<T>({ repository }: Given): Fact<T> {
  return repository
    ? notAsked('no token to ask GitHub with', 'Set GITHUB_TOKEN, for instance to what "gh auth token" prints.')
    : notAsked('no repository is known', 'Give --repository OWNER/NAME, or run it in a clone.');
}

function layoutOf(read: () => Promise<string | undefined>): Promise<Fact<StackLayout>> {
  return learn(async () => parseStacksConfig(await read()).layout);
}

async function readWorkflows(files: RepositoryFiles): Promise<readonly WorkflowFile[]> {
  const found: WorkflowFile[] = [];
  for (const name of workflowNames.map((each) => `${each}.yml`)) {
    const text = await files.read(`.github/workflows/${name}`);
    if (text !== undefined) found.push({ name, text });
  }
  return found;
}

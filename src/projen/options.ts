// What somebody says about their repository in its .projenrc, and what holds where they say nothing.
import type { CommandJob } from '../define/command.ts';
import { failure } from '../define/failure.ts';
import { imageVariable as usualImageVariable } from '../define/github-settings.ts';
import { ownActionsFolder } from '../define/own-definitions.ts';
import { jobsOfParts, type PartName, partNames } from '../define/parts.ts';
import { defaultLayout, type StackLayout } from '../define/synth-layout.ts';
import { drills } from '../drills/index.ts';
import { runbooks } from '../runbooks/index.ts';
import { actionsWithDefinitions } from './own-definitions.ts';
import { uses } from './pinned-actions.ts';
import type { KnownDrill, KnownRunbook, Schedules, Site, SynthCommands } from './site.ts';
import type { Step } from './workflow-file.ts';

/** Where the workflows get the actions from. */
export type ActionSource =
  | {
      /** Owner of the repository of Opsdeck, or of a fork of it. */
      readonly owner: string;
      /** Its name. @default "opsdeck" */
      readonly repository?: string;
      /**
       * A release such as `v1`, or better the 40 digits of a commit: a tag can be moved to other code.
       * https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions
       */
      readonly ref: string;
    }
  /** A folder of the repository itself, such as `./actions`. */
  | { readonly folder: string };

export interface OpsdeckOptions {
  /**
   * Which parts the repository has: the component `Opsdeck` writes them, and `ChatOps` offers no command about another one.
   * @default all of them; with the layout `platform`, those that know one stack alone
   */
  readonly parts?: readonly PartName[];
  readonly actions: ActionSource;
  /**
   * Commands, KPIs, drills and runbooks of the repository's own: the actions that know any are bundled with them by `opsdeck-own`,
   * into `.github/opsdeck`, and run from there, whatever `actions` says. Commit the bundles: GitHub runs what is in the repository,
   * and so does `opsdeck` at a terminal. With the definitions at hand it is `{ file: 'ops/own.ts', ...own }`.
   * @default none
   */
  readonly own?: OwnSource;
  /**
   * Which stacks there are: the two layers of the reference platform, or one stack called `platform`.
   * @default "platform-and-service"
   */
  readonly layout?: StackLayout;
  /**
   * How the CDKTF app of the repository is synthesized, without credentials. What it writes, and where, is said in docs/opsdeck.md.
   * @default `npx opsdeck synth`, which knows the reference platform only
   */
  readonly synth?: SynthCommands;
  /** Installs what `synth` needs, without the scripts of dependencies. @default "npm ci --ignore-scripts" */
  readonly install?: string;
  /**
   * File that says which Node `synth` runs on; of package.json its `engines`. @default "package.json"
   * https://github.com/actions/setup-node/blob/main/docs/advanced-usage.md#node-version-file
   */
  readonly nodeVersionFile?: string;
  /** What is deployed. @default "main" */
  readonly defaultBranch?: string;
  /** Environment that pull requests are planned against, and that hosts shared previews. @default "staging" */
  readonly hostEnvironment?: string;
  /**
   * Every environment, in the order in which they are deployed to, unless the variable OPSDECK_ENVIRONMENTS of the repository says
   * otherwise. @default the host environment, and "production"
   */
  readonly environments?: readonly string[];
  /** AWS region, unless the variable AWS_REGION of the repository says otherwise. @default "eu-west-2" */
  readonly region?: string;
  /** Variable of the repository that has the image of the application. @default "OPSDECK_IMAGE" */
  readonly imageVariable?: string;
  /** When scheduled workflows run: cron expressions, in UTC. @default see `defaultSchedules` */
  readonly schedules?: Partial<Schedules>;
  /** What the schedule of game days plays: an id of docs/drills.md. @default "az-failure" */
  readonly scheduledDrill?: string;
}

export const defaultSchedules: Schedules = {
  reaper: '23 * * * *',
  drift: '41 3 * * *',
  kpi: '17 6 * * *',
  gameDay: '13 10 * * 2',
  alarms: '37 * * * *',
};

export const defaultHost = 'staging';
export const defaultRegion = 'eu-west-2';

export interface OwnSource {
  /** Exports `own`: `OwnDefinitions`. */
  readonly file: string;
  /** The runbooks of that file: what is of high risk waits for approval. */
  readonly runbooks?: readonly KnownRunbook[];
  /** The drills of that file: the form of the workflow `game-day` has them to choose from. */
  readonly drills?: readonly KnownDrill[];
}

/** @throws a Failure `projen/options` */
export function siteOf(options: OpsdeckOptions): Site {
  const { hostEnvironment = defaultHost, region: otherwise = defaultRegion, nodeVersionFile = 'package.json' } = options;
  const { imageVariable = usualImageVariable, layout = defaultLayout } = options;
  const region = `\${{ vars.AWS_REGION || '${otherwise}' }}`;
  return {
    useAction: actionsOf(options),
    defaultBranch: options.defaultBranch ?? 'main',
    hostEnvironment,
    environmentNames: `vars.OPSDECK_ENVIRONMENTS || '${JSON.stringify(environmentsOf(options))}'`,
    region,
    stateBucket: `opsdeck-state-\${{ vars.AWS_ACCOUNT_ID }}-${region}`,
    domain: '${{ vars.OPSDECK_DOMAIN }}',
    image: layout === 'platform' ? '' : `\${{ vars.${imageVariable} }}`,
    setUpNode: setUpNode(nodeVersionFile),
    install: options.install ?? 'npm ci --ignore-scripts',
    synth: synthOf(options, hostEnvironment),
    schedules: { ...defaultSchedules, ...options.schedules },
    ...drillsOf(options),
    runbooks: [...runbooks, ...(options.own?.runbooks ?? [])],
    absentJobs: absentJobsOf(options),
  };
}

/** Runbooks, too, where there are some of its own; the others deploy and break the service of the reference platform. */
export const partsOfOneStack: readonly PartName[] = ['PullRequestPreviews', 'ChatOps', 'KpiReports'];

export function partsOfOptions({ parts, layout, own }: OpsdeckOptions): readonly PartName[] {
  if (parts !== undefined) return parts;
  if (layout !== 'platform') return partNames;
  return own?.runbooks?.length ? [...partsOfOneStack, 'Runbooks'] : partsOfOneStack;
}

/** Drills and runbooks of one's own can be asked for in comments alone. */
function absentJobsOf(options: OpsdeckOptions): readonly CommandJob[] {
  const chosen = partsOfOptions(options);
  const hasOwn: Readonly<Partial<Record<PartName, unknown>>> = {
    GameDays: options.own?.drills?.length,
    Runbooks: options.own?.runbooks?.length,
  };
  return partNames.flatMap((part) => (chosen.includes(part) || hasOwn[part] ? [] : (jobsOfParts[part] ?? [])));
}

function drillsOf({ own, scheduledDrill = 'az-failure' }: OpsdeckOptions): Pick<Site, 'drills' | 'scheduledDrill'> {
  const all = [...drills, ...(own?.drills ?? [])];
  if (all.some(({ id }) => id === scheduledDrill)) return { drills: all, scheduledDrill };
  throw failure({
    code: 'projen/options',
    what: `The schedule is to play the drill ${JSON.stringify(scheduledDrill)}, which there is not.`,
    next: `Name one of ${all.map(({ id }) => id).join(', ')}; one of your own has to be among own.drills.`,
  });
}

export function environmentsOf({ environments, hostEnvironment = defaultHost }: OpsdeckOptions): readonly string[] {
  return environments ?? [hostEnvironment, 'production'];
}

function actionsOf({ actions, own }: OpsdeckOptions): (name: string) => string {
  return (name) => {
    if (own && actionsWithDefinitions.some((each) => each === name)) return `./${ownActionsFolder}/${name}`;
    if ('folder' in actions) return `${actions.folder}/${name}`;
    const { owner, repository = 'opsdeck', ref } = actions;
    return `${owner}/${repository}/actions/${name}@${ref}`;
  };
}

function setUpNode(versionFile: string): Step {
  return {
    name: 'Set up Node',
    uses: uses('actions/setup-node'),
    with: { 'node-version-file': versionFile, cache: 'npm' },
  };
}

function synthOf({ synth, layout }: OpsdeckOptions, hostEnvironment: string): SynthCommands {
  if (synth !== undefined) return synth;
  if (layout !== 'platform') return referenceSynth(hostEnvironment);
  throw failure({
    code: 'projen/options',
    what: 'With the layout "platform" the stack is the own one of the repository, and nothing says how it is synthesized.',
    next: 'Give the component Opsdeck the option synth; docs/opsdeck.md will say what it has to write.',
  });
}

function referenceSynth(hostEnvironment: string): SynthCommands {
  return {
    pullRequest: `npx opsdeck synth --pull-request "$PULL_REQUEST" --profile ${hostEnvironment} --out cdktf.out`,
    environment: 'npx opsdeck synth --profile "$ENVIRONMENT" --out cdktf.out/host',
  };
}

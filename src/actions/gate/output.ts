// Judges all that a synthesis wrote: the stacks that are expected, each by its own policy, and nothing beside them.
import { defaultStacksConfig, type StacksConfig } from '../../define/stacks-config.ts';
import { previewName, type SynthesizedFolder, type SynthGroup, synthLayout } from '../../define/synth-layout.ts';
import { manifestFile, type SynthFile } from './files.ts';
import { type GateVerdict, gateStack, type Refusal } from './gate.ts';
import { defaultPolicy, extendPolicy, type PolicyExtension } from './policy.ts';
import { outputRule } from './rules/output.ts';
import { quoted } from './rules/rule.ts';
import { isObject, readJsonBytes } from './strict-json.ts';
import { mainService, type StackSubject, stackNameOf } from './subject.ts';
import { dataTypes, resourceTypes } from './tables/types.ts';

export interface ExpectedStack {
  /** Relative to the folder that was synthesized into: `stacks/platform`. */
  readonly folder: string;
  readonly subject: StackSubject;
}

export interface JudgedStack extends ExpectedStack {
  readonly verdict: GateVerdict;
}

export interface OutputVerdict {
  readonly stacks: readonly JudgedStack[];
  /** What is wrong with the output as a whole. */
  readonly refusals: readonly Refusal[];
  /** Expected, and not there: not every synthesis writes every stack. Whoever needs one of them stops here. */
  readonly missing: readonly ExpectedStack[];
  /** There, and on demand neither judged nor to be planned. */
  readonly leftOut: readonly string[];
}

/** The stack that makes the identities of CI: a person applies it, no pull request does. */
const bootstrapFolder = 'stacks/bootstrap';

export interface OutputOptions {
  readonly expected: readonly ExpectedStack[];
  /** The bootstrap stack may lie there, for instance on the machine of whoever synthesized everything. */
  readonly leaveOutBootstrap?: boolean;
  readonly extension?: PolicyExtension;
}

type Environment = Omit<StackSubject, 'layer'>;

/** What the gate's own lists are extended by. One stack alone may have what either layer may have. */
export function extensionOf({ layout, allow }: StacksConfig): PolicyExtension {
  if (layout !== 'platform') return allow;
  return {
    ...allow,
    resourceTypes: [...resourceTypes.service, ...(allow.resourceTypes ?? [])],
    dataTypes: dataTypes.service,
  };
}

/** What `opsdeck synth` writes for an environment and one of its services. */
export function stacksOfEnvironment(
  { environment, service, region }: Environment,
  config: StacksConfig = defaultStacksConfig,
): readonly ExpectedStack[] {
  const layers = config.layout === 'platform' ? (['platform'] as const) : (['platform', 'service'] as const);
  return layers.map((layer) => {
    const subject = { layer, environment, service, region, ...namesOf(config) };
    return { folder: `stacks/${stackNameOf(subject)}`, subject };
  });
}

/** What `opsdeck synth --pull-request` writes. */
export function stacksOfPullRequest(
  host: Omit<Environment, 'service'>,
  pullRequest: number,
  config: StacksConfig = defaultStacksConfig,
): readonly ExpectedStack[] {
  const preview = previewName(pullRequest);
  const of: Readonly<Record<SynthGroup, Omit<Environment, 'region'>>> = {
    host: { environment: host.environment, service: mainService },
    shared: { environment: host.environment, service: preview },
    isolated: { environment: preview, service: mainService },
  };
  return synthLayout(pullRequest, config.layout).map(({ group, layer, path }: SynthesizedFolder) => ({
    folder: path,
    subject: { layer, region: host.region, ...namesOf(config), ...of[group] },
  }));
}

function namesOf(config: StacksConfig): Pick<StackSubject, 'names'> {
  return config === defaultStacksConfig ? {} : { names: config };
}

export function gateOutput(files: readonly SynthFile[], options: OutputOptions): OutputVerdict {
  const { expected, leaveOutBootstrap = false, extension = {} } = options;
  const isThere = ({ folder }: ExpectedStack) => files.some(({ path }) => path === folder || path.startsWith(`${folder}/`));
  const leftOut = leaveOutBootstrap && files.some(({ path }) => path === bootstrapFolder) ? [bootstrapFolder] : [];
  return {
    stacks: expected.filter(isThere).map((stack) => ({ ...stack, verdict: judge(stack, files, extension) })),
    refusals: files.flatMap((file) => outputProblems(file, expected, leftOut)).map(refusalOf),
    missing: expected.filter((stack) => !isThere(stack)),
    leftOut,
  };
}

/** Nothing refused, and something to accept. */
export function isAccepted({ stacks, refusals }: OutputVerdict): boolean {
  return refusals.length === 0 && stacks.length > 0 && stacks.every(({ verdict }) => verdict.kind === 'accepted');
}

function judge({ folder, subject }: ExpectedStack, files: readonly SynthFile[], extension: PolicyExtension): GateVerdict {
  const own = files.filter(({ path }) => path.startsWith(`${folder}/`));
  const relative = own.map((file) => ({ ...file, path: file.path.slice(folder.length + 1) }));
  return gateStack(relative, extendPolicy(defaultPolicy(subject), extension));
}

/** Of a folder that should not be there, it is enough to tell once. */
function outputProblems(file: SynthFile, expected: readonly ExpectedStack[], leftOut: readonly string[]): readonly string[] {
  const { path, kind } = file;
  const known = [...expected.map(({ folder }) => folder), ...leftOut];
  if (known.includes(path)) return kind === 'folder' ? [] : [`${quoted(path)} is no folder`];
  if (known.some((folder) => path.startsWith(`${folder}/`))) return [];
  if (kind === 'folder' && known.some((folder) => folder.startsWith(`${path}/`))) return [];
  if (expected.some(({ folder }) => path === `${groupOf(folder)}${manifestFile}`)) {
    return isManifest(file) ? [] : [`${quoted(path)} is not what cdktf writes`];
  }
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const isBelowStranger = parent !== '' && !known.some((folder) => folder.startsWith(`${parent}/`));
  if (isBelowStranger) return [];
  if (path === bootstrapFolder)
    return [`${quoted(path)} makes the identities of CI, and is applied by a person, never from a pull request`];
  return [`${quoted(path)} is not expected`];
}

/** `host/` of `host/stacks/platform`. */
function groupOf(folder: string): string {
  return folder.slice(0, folder.indexOf('stacks/'));
}

function isManifest({ kind, bytes }: SynthFile): boolean {
  if (kind !== 'file' || bytes === undefined) return false;
  const { value, problems } = readJsonBytes(bytes, { depth: 8, textLength: 10_000 });
  return problems.length === 0 && isObject(value) && Object.keys(value).every((key) => key === 'stacks' || key === 'version');
}

function refusalOf(reason: string): Refusal {
  const { id, title, next } = outputRule;
  return { rule: id, constructPath: '', jsonPath: '', reason: `${title}: ${reason}.`, next };
}

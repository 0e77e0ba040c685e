// The section `stacks` of `.github/opsdeck.json`: which stacks a repository has, what they are called, and what they may consist of.
import { failure } from './failure.ts';
import { type Field, type Fields, list, matching, oneOf, optional, parseRecord, record } from './fields.ts';
import { defaultLayout, type StackLayout, stackLayouts } from './synth-layout.ts';

export const stacksConfigPath = '.github/opsdeck.json';

/** What the stacks may have beside what the gate's own lists allow. */
export interface StackAllowances {
  /** `aws_sqs_queue` */
  readonly resourceTypes?: readonly string[];
  /** Services that may take a role of a stack: `lambda.amazonaws.com`. */
  readonly roleTakers?: readonly string[];
  /** Services that a key, a bucket or a topic may be open to. */
  readonly resourceUsers?: readonly string[];
  /** Policies of AWS that may be attached to a role, by their ARN. */
  readonly managedPolicies?: readonly string[];
  /** Services whose actions a role may have: `sqs`. */
  readonly actionServices?: readonly string[];
}

export interface StacksConfig {
  readonly layout: StackLayout;
  /** How every name begins: `<prefix>-<environment>-...`; the roles of CI reach nothing else. */
  readonly prefix: string;
  /** Default tags of the provider, beside `ManagedBy`, `Environment` and `Layer`, which are Opsdeck's. */
  readonly tags: Readonly<Record<string, string>>;
  readonly allow: StackAllowances;
}

/** Of the reference platform. */
export const referencePrefix = 'assess';

/** Owner and classification are the customer's words: student records under FERPA. */
const referenceTags = { Owner: 'EduTech', DataClassification: 'Sensitive' } as const;

export const defaultStacksConfig: StacksConfig = {
  layout: defaultLayout,
  prefix: referencePrefix,
  tags: referenceTags,
  allow: {},
};

/** What it looks like in the file. */
export interface StacksSection {
  readonly layout?: StackLayout;
  readonly prefix?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly allow?: StackAllowances;
}

/** Also without hyphens, which Glue does not take, and short: names of load balancers have 32 characters in all. */
const prefixPattern = /^[a-z][a-z0-9]{1,9}$/;

/** Given by Opsdeck: what a role may reach follows from them. Tags know no case here, so that none looks like another. */
const ownTags: readonly string[] = ['managedby', 'environment', 'layer', 'service'];

const tags: Field<Readonly<Record<string, string>>> = {
  expected: `an object of texts; ${ownTags.join(', ')} are given by Opsdeck`,
  isOptional: false,
  read: (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const isTag = ([key, one]: [string, unknown]) =>
      /^[\w.:/=+@-]{1,128}$/.test(key) &&
      !ownTags.includes(key.toLowerCase()) &&
      typeof one === 'string' &&
      // https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
      /^[\w .:/=+@-]{0,256}$/.test(one);
    return Object.entries(value).every(isTag) ? (value as Record<string, string>) : undefined;
  },
};

const service = matching('a service such as sqs.amazonaws.com', /^[a-z0-9.<>-]{1,60}\.amazonaws\.com$/);
const allowFields: Fields<StackAllowances> = {
  resourceTypes: optional(list(matching('a type such as aws_sqs_queue', /^aws_[a-z0-9_]{1,80}$/))),
  roleTakers: optional(list(service)),
  resourceUsers: optional(list(service)),
  managedPolicies: optional(list(matching('the ARN of a policy of AWS', /^arn:aws:iam::aws:policy\/[\w/+=,.@-]{1,200}$/))),
  actionServices: optional(list(matching('a service such as sqs', /^[a-z0-9-]{1,60}$/))),
};
const fields: Fields<StacksSection> = {
  layout: optional(oneOf(...stackLayouts)),
  prefix: optional(matching('2 to 10 lower case letters and digits', prefixPattern)),
  tags: optional(tags),
  allow: optional(record(allowFields)),
};

/**
 * @param content of the file, of the trusted side: never as a pull request has it; nothing when there is none
 * @throws a Failure `stacks/config` that names every problem: what cannot be read may have forbidden it
 */
export function parseStacksConfig(content: string | undefined): StacksConfig {
  if (content === undefined) return defaultStacksConfig;
  const section = sectionOf(content);
  if (section === undefined) return defaultStacksConfig;
  const parsed = parseRecord(section, fields);
  const problems = parsed.kind === 'corrupt' ? parsed.problems : contradictions(parsed.value);
  const all = [...problems, ...unknownKeys(section, fields, ''), ...unknownKeys(section.allow, allowFields, 'allow.')];
  if (all.length > 0 || parsed.kind === 'corrupt') throw unreadable(all.map((problem) => `stacks.${problem}`));
  const { layout = defaultLayout, prefix = referencePrefix, allow = {}, tags: own } = parsed.value;
  return { layout, prefix, allow, tags: own ?? (layout === defaultLayout ? referenceTags : {}) };
}

/** The actions that know the reference platform find its resources by their names. */
function contradictions({ layout = defaultLayout, prefix, tags: own }: StacksSection): readonly string[] {
  if (layout === 'platform') return prefix === undefined ? ['prefix: missing'] : [];
  return [
    ...(prefix !== undefined && prefix !== referencePrefix
      ? [`prefix: the reference platform is called ${referencePrefix}`]
      : []),
    ...(own === undefined ? [] : ['tags: those of the reference platform stand in its stacks']),
  ];
}

function sectionOf(content: string): Readonly<Record<string, unknown>> | undefined {
  let file: unknown;
  try {
    file = JSON.parse(content);
  } catch (error) {
    throw unreadable([error instanceof Error ? error.message : String(error)]);
  }
  if (!isObject(file)) throw unreadable(['the file is no object']);
  if (file.stacks === undefined) return undefined;
  if (!isObject(file.stacks)) throw unreadable(['stacks: expected an object']);
  return file.stacks;
}

function unknownKeys(value: unknown, known: Readonly<Record<string, unknown>>, at: string): readonly string[] {
  if (!isObject(value)) return [];
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(known, key));
  return unknown.map((key) => `${at}${JSON.stringify(key.slice(0, 60))}: expected ${Object.keys(known).join(', ')}`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unreadable(problems: readonly string[]) {
  return failure({
    code: 'stacks/config',
    what: `The configuration of the stacks cannot be used: ${problems.slice(0, 3).join('; ')}.`,
    next: `Correct ${stacksConfigPath} on the default branch; until then nothing is planned.`,
    details: problems,
  });
}

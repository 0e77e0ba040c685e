// The section `stacks` of `.github/opsdeck.json`: which stacks a repository has, what they are called, and what they may consist of.
import { readSection, type SectionReader, unknownKeys, unusable } from './config-file.ts';
import { type Field, type Fields, list, matching, oneOf, optional, parseRecord, record } from './fields.ts';
import { defaultLayout, type StackLayout, stackLayouts } from './synth-layout.ts';

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

const reader: SectionReader = {
  section: 'stacks',
  code: 'stacks/config',
  subject: 'The configuration of the stacks',
  untilThen: 'nothing is planned',
};

/**
 * @param content of the file, of the trusted side: never as a pull request has it; nothing when there is none
 * @throws a Failure `stacks/config` that names every problem: what cannot be read may have forbidden it
 */
export function parseStacksConfig(content: string | undefined): StacksConfig {
  if (content === undefined) return defaultStacksConfig;
  const section = readSection(content, reader);
  if (section === undefined) return defaultStacksConfig;
  const parsed = parseRecord(section, fields);
  const problems = parsed.kind === 'corrupt' ? parsed.problems : contradictions(parsed.value);
  const unknown = [
    ...unknownKeys(section, Object.keys(fields)),
    ...unknownKeys(section.allow, Object.keys(allowFields), 'allow.'),
  ];
  const all = [...problems, ...unknown].map((problem) => `stacks.${problem}`);
  if (all.length > 0 || parsed.kind === 'corrupt') throw unusable(reader, all);
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

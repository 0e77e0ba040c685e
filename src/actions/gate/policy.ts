// What the gate lets through, as data; given by the trusted side, the base branch, and never by the stack that is judged.
import type { JsonLimits, JsonObject, JsonValue } from './strict-json.ts';
import { isHostPlatform, type StackSubject, stackNameOf, stateKeyOf, tagsOf } from './subject.ts';
import { pureFunctions } from './tables/functions.ts';
import {
  actionServices,
  actionsOnAnything,
  hostActionServices,
  hostRoleTakers,
  managedPolicies,
  namelessResources,
  policyReferences,
  resourceUsers,
  roleTakers,
  workloadBoundary,
} from './tables/iam.ts';
import { type ArgumentsByType, dataTypes, ephemeralTypes, hostTypes, resourceTypes } from './tables/types.ts';

export interface GateLimits extends JsonLimits {
  readonly resources: number;
}

export interface GatePolicy {
  readonly subject: StackSubject;
  readonly stack: string;
  /** Top-level blocks. */
  readonly blocks: readonly string[];
  readonly backend: JsonObject;
  readonly requiredProviders: JsonObject;
  readonly requiredVersion: string;
  /** Settings by provider: these, all of them, and nothing else. */
  readonly providers: JsonObject;
  readonly resourceTypes: readonly string[];
  readonly dataTypes: ArgumentsByType;
  readonly ephemeralTypes: ArgumentsByType;
  readonly functions: readonly string[];
  readonly boundary: string;
  readonly roleTakers: readonly string[];
  readonly resourceUsers: readonly string[];
  readonly managedPolicies: readonly string[];
  readonly actionServices: readonly string[];
  readonly actionsOnAnything: readonly string[];
  readonly namelessResources: readonly string[];
  readonly policyReferences: readonly string[];
  readonly limits: GateLimits;
}

/** About four times what the largest stack has: a slip of a loop is noticed before AWS sends the bill. */
const limits: GateLimits = { depth: 32, textLength: 65_536, resources: 1000 };

/** Locked here, and again by the dependency lock file of the job that plans. */
const awsProvider = { source: 'aws', version: '5.100.0' };

export function defaultPolicy(subject: StackSubject): GatePolicy {
  const { layer, region } = subject;
  const onHosts = <T>(list: readonly T[]) => (isHostPlatform(subject) ? list : []);
  return {
    subject,
    stack: stackNameOf(subject),
    blocks: ['//', 'terraform', 'provider', 'variable', 'resource', 'data', 'ephemeral', 'output'],
    backend: { s3: { key: stateKeyOf(subject), region, encrypt: true, use_lockfile: true } },
    requiredProviders: { aws: awsProvider },
    requiredVersion: '>= 1.11',
    providers: { aws: [{ region, default_tags: [{ tags: tagsOf(subject) }] }] },
    resourceTypes: [...resourceTypes[layer], ...onHosts(hostTypes)],
    dataTypes: dataTypes[layer],
    ephemeralTypes: ephemeralTypes[layer],
    functions: pureFunctions,
    boundary: workloadBoundary,
    roleTakers: [...roleTakers, ...onHosts(hostRoleTakers)],
    resourceUsers: resourceUsers.map((name) => name.replace('<region>', region)),
    managedPolicies,
    actionServices: [...actionServices, ...onHosts(hostActionServices)],
    actionsOnAnything,
    namelessResources,
    policyReferences,
    limits,
  };
}

/** What a repository may add to the lists; what it cannot: the backend, the provider's settings, the boundary. */
export interface PolicyExtension {
  /** Only these two: neither runs anything, and both hold plain expressions or addresses. */
  readonly blocks?: readonly ('locals' | 'moved')[];
  readonly resourceTypes?: readonly string[];
  readonly dataTypes?: ArgumentsByType;
  readonly ephemeralTypes?: ArgumentsByType;
  readonly functions?: readonly string[];
  readonly roleTakers?: readonly string[];
  readonly resourceUsers?: readonly string[];
  readonly managedPolicies?: readonly string[];
  readonly actionServices?: readonly string[];
  readonly actionsOnAnything?: readonly string[];
}

export function extendPolicy(policy: GatePolicy, extension: PolicyExtension): GatePolicy {
  const { dataTypes: moreData, ephemeralTypes: moreEphemeral, ...lists } = extension;
  const longer = Object.entries(lists).map(([key, more]) => [key, [...policy[key as keyof typeof lists], ...more]]);
  return {
    ...policy,
    ...Object.fromEntries(longer),
    dataTypes: { ...policy.dataTypes, ...moreData },
    ephemeralTypes: { ...policy.ephemeralTypes, ...moreEphemeral },
  };
}

/** Terraform takes one block as an object or as a list of one, and the keys in any order. */
export function isSame(left: JsonValue | undefined, right: JsonValue): boolean {
  return canonical(left ?? null) === canonical(right);
}

function canonical(value: JsonValue): string {
  const [only, ...others] = Array.isArray(value) ? value : [];
  if (only !== undefined && others.length === 0) return canonical(only);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
  return `{${entries.sort().join()}}`;
}

// Writes the JSON of a plan with many changed resources, as Terraform and the AWS provider would: the same for the same seed.
import { closeSync, openSync, writeSync } from 'node:fs';
import { type Random, random } from './random.ts';
import { makers, type Values } from './resources.ts';

type Kind = 'create' | 'update' | 'replace' | 'delete';

interface Generated {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly kind: Kind;
  readonly before: Values | null;
  readonly after: Values | null;
  readonly unknown: Values;
  readonly sensitive: Values;
}

const kinds: readonly Kind[] = [
  'create',
  'create',
  'create',
  'create',
  'update',
  'update',
  'update',
  'update',
  'replace',
  'delete',
];
const actionsOf = { create: ['create'], update: ['update'], replace: ['delete', 'create'], delete: ['delete'] } as const;
const provider = 'registry.terraform.io/hashicorp/aws';

export function generatePlan(file: string, resources: number, seed = 1): void {
  const pick = random(seed);
  const all = Array.from({ length: resources }, (_, index) => generate(pick, index));
  const out = openSync(file, 'w');
  try {
    writeSync(out, '{"format_version":"1.2","terraform_version":"1.11.4","variables":{"environment":{"value":"production"}},');
    writeSync(out, '"planned_values":{"root_module":{"resources":[');
    writeAll(out, all, ({ after }) => after !== null, plannedResource);
    writeSync(out, ']}},"resource_changes":[');
    writeAll(out, all, () => true, resourceChange);
    writeSync(out, '],"prior_state":{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{"resources":[');
    writeAll(out, all, ({ before }) => before !== null, priorResource);
    writeSync(
      out,
      ']}}},"configuration":{"provider_config":{"aws":{"name":"aws","full_name":"registry.terraform.io/hashicorp/aws"}},',
    );
    writeSync(out, '"root_module":{"resources":[');
    writeAll(out, all, ({ after }) => after !== null, configuredResource);
    writeSync(out, ']}},"timestamp":"2025-01-01T00:00:00Z","applyable":true,"complete":true,"errored":false}\n');
  } finally {
    closeSync(out);
  }
}

function writeAll(
  out: number,
  all: readonly Generated[],
  wanted: (one: Generated) => boolean,
  render: (one: Generated) => unknown,
): void {
  const wantedOnes = all.filter(wanted);
  for (let from = 0; from < wantedOnes.length; from += 500) {
    const texts = wantedOnes.slice(from, from + 500).map((one) => JSON.stringify(render(one)));
    writeSync(out, (from === 0 ? '' : ',') + texts.join(','));
  }
}

function generate(pick: Random, index: number): Generated {
  const maker = pick.one(makers);
  const kind = pick.one(kinds);
  const name = `${pick.one(['network', 'service', 'data', 'edge', 'jobs'])}_${pick.one(['api', 'worker', 'events', 'audit'])}_${index}`;
  const made = maker.make(pick, name);
  const before = kind === 'create' ? null : sorted({ ...made.inputs, ...made.computed });
  const after = kind === 'delete' ? null : afterOf(kind, made, pick);
  const unknown = kind === 'create' || kind === 'replace' ? allTrue(made.computed) : {};
  const sensitive = Object.fromEntries((maker.sensitive ?? []).map((key) => [key, true]));
  return { address: `${maker.type}.${name}`, type: maker.type, name, kind, before, after, unknown, sensitive };
}

function afterOf(kind: Kind, made: { inputs: Values; computed: Values; change(pick: Random): Values }, pick: Random): Values {
  if (kind === 'create') return sorted(made.inputs);
  if (kind === 'replace') return sorted({ ...made.inputs, ...made.change(pick) });
  return sorted({ ...made.inputs, ...made.computed, ...made.change(pick) });
}

function allTrue(values: Values): Values {
  return Object.fromEntries(Object.keys(values).map((key) => [key, true]));
}

/** As Go's encoding/json writes maps. */
function sorted(values: Values): Values {
  const entries = Object.entries(values).map(([key, value]) => [key, isValues(value) ? sorted(value) : value] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function head({ address, type, name }: Generated) {
  return { address, mode: 'managed', type, name, provider_name: provider };
}

function plannedResource(one: Generated) {
  return { ...head(one), schema_version: 0, values: one.after, sensitive_values: one.sensitive };
}

function priorResource(one: Generated) {
  return { ...head(one), schema_version: 0, values: one.before, sensitive_values: one.sensitive };
}

function resourceChange(one: Generated) {
  const change = {
    actions: actionsOf[one.kind],
    before: one.before,
    after: one.after,
    after_unknown: one.unknown,
    before_sensitive: one.before === null ? false : one.sensitive,
    after_sensitive: one.after === null ? false : one.sensitive,
    ...(one.kind === 'replace' ? { replace_paths: [['name']] } : {}),
  };
  return { ...head(one), change, ...(one.kind === 'replace' ? { action_reason: 'replace_because_cannot_update' } : {}) };
}

function configuredResource(one: Generated) {
  const set = Object.entries(one.after ?? {}).filter(([, value]) => value !== null);
  const expressions = Object.fromEntries(set.map(([key, value]) => [key, { constant_value: value }]));
  const { provider_name: _, ...rest } = head(one);
  return { ...rest, provider_config_key: 'aws', expressions, schema_version: 0 };
}

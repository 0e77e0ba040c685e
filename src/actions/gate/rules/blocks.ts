// Which blocks may be there, in which form, and with which of Terraform's own arguments.
import type { Block, StackDocument } from '../document.ts';
import { isList, isObject, type JsonPath, type JsonValue } from '../strict-json.ts';
import { defineRules, type Finding, type GateContext, quoted, shown } from './rule.ts';

/** Keys of these blocks are Terraform's, not a provider's. */
const knownArguments: ReadonlyMap<string, readonly string[]> = new Map([
  ['variable', ['type', 'description', 'default', 'nullable', 'sensitive', 'ephemeral', 'validation']],
  ['output', ['value', 'description', 'sensitive', 'ephemeral']],
  ['lifecycle', ['create_before_destroy', 'ignore_changes', 'prevent_destroy', 'replace_triggered_by']],
]);

const address = /^(?:(?:data|ephemeral)\.)?[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*$/;
const attribute = /^[a-z_][\w.[\]"]*$/;
const variableType = /^(?:string|number|bool|any|(?:list|set|map)\((?:string|number|bool|any)\))$/;

export const blockRules = defineRules([
  {
    id: 'block/unknown',
    title: 'Only blocks that a stack needs',
    why: 'module, import, removed, check, action, list and locals bring in other code, other resources, or places to hide in.',
    next: 'Express it with resources, data sources, variables and outputs.',
    check: ({ document, policy }) =>
      document.sections
        .filter(({ name }) => !policy.blocks.includes(name))
        .map(({ name, at }) => ({ at, reason: `${quoted(name)} is none of them` })),
  },
  {
    id: 'block/form',
    title: 'Blocks must have the form that cdktf gives them',
    why: 'Terraform also takes lists of blocks, and lists within them: a form that only hides what is in it.',
    next: 'Let cdktf write the file; do not edit it.',
    check: ({ document }) => [
      ...document.misfits.map((at) => ({ at, reason: 'no block stands there' })),
      ...document.lists.map((at) => ({ at, reason: 'a list of blocks stands there' })),
    ],
  },
  {
    id: 'block/comment',
    title: 'Comments stand only where cdktf writes them',
    why: 'The key "//" is a comment in a block and data in a map; a reader who skips it can be led past something.',
    next: 'Remove the key.',
    check: ({ document }) => commentFindings(document),
  },
  {
    id: 'block/provisioner',
    title: 'No provisioners',
    why: 'A provisioner runs commands on the runner, with the credentials of the deployment, when its resource is made or destroyed.',
    next: 'Use a resource, or a step of the workflow that is reviewed on its own.',
    check: ({ document }) => [
      ...keysIn(document, ['provisioner']),
      ...document.blocks
        .filter(({ body }) => 'connection' in body)
        .map(({ at }) => ({ at: [...at, 'connection'], reason: 'it connects' })),
    ],
  },
  {
    id: 'block/computed',
    title: 'Blocks are written out',
    why: 'What dynamic, for_each and count make is known only to Terraform: no rule could read it.',
    next: 'Repeat the construct in TypeScript: a loop there leaves plain blocks here.',
    check: ({ document }) => [
      ...keysIn(document, ['dynamic']),
      ...document.blocks.flatMap((block) => ownKeys(block, ['for_each', 'count'], 'it is made many times over')),
    ],
  },
  {
    id: 'block/argument',
    title: "Terraform's own arguments are of the plain kind",
    why: 'Another provider configuration has other credentials; conditions with messages can print what they read.',
    next: 'Leave the argument out.',
    check: ({ document }) => [
      ...document.blocks.flatMap((block) => [
        ...ownKeys(block, ['provider'], 'it chooses a provider configuration of its own'),
        ...unknownKeys('lifecycle', block.body.lifecycle, [...block.at, 'lifecycle']),
        ...misshapen(block.body.depends_on, address, [...block.at, 'depends_on']),
      ]),
      ...document.sections.flatMap(({ name, value, at }) =>
        knownArguments.has(name) && isObject(value)
          ? Object.entries(value).flatMap(([label, body]) => unknownKeys(name, body, [...at, label]))
          : [],
      ),
      ...variableTypes(document.sections),
    ],
  },
]);

function keysIn({ entries }: StackDocument, names: readonly string[]): readonly Finding[] {
  return entries.filter(({ key }) => names.includes(key)).map(({ key, at }) => ({ at, reason: `it has a ${key}` }));
}

function ownKeys({ body, at }: Block, names: readonly string[], reason: string): readonly Finding[] {
  return names.filter((name) => name in body).map((name) => ({ at: [...at, name], reason }));
}

function unknownKeys(block: string, value: JsonValue | undefined, at: JsonPath): readonly Finding[] {
  if (value === undefined) return [];
  if (!isObject(value)) return [{ at, reason: `${block} is not one block` }];
  const unknown = Object.keys(value).filter((key) => !knownArguments.get(block)?.includes(key));
  return [
    ...unknown.map((key) => ({ at: [...at, key], reason: `${quoted(key)} is not for a ${block}` })),
    ...['ignore_changes', 'replace_triggered_by'].flatMap((key) => misshapen(value[key], attribute, [...at, key])),
  ];
}

/** Terraform parses these texts as expressions, without any `${}` around them. */
function misshapen(value: JsonValue | undefined, shape: RegExp, at: JsonPath): readonly Finding[] {
  if (value === undefined) return [];
  const items = isList(value) ? value : [value];
  return items
    .filter((item) => typeof item !== 'string' || !shape.test(item))
    .map((item) => ({ at, reason: `${shown(item)} is no plain name` }));
}

function variableTypes(sections: GateContext['document']['sections']): readonly Finding[] {
  return sections.flatMap(({ name, value, at }) =>
    name === 'variable' && isObject(value)
      ? Object.entries(value).flatMap(([label, body]) =>
          isObject(body) ? misshapen(body.type, variableType, [...at, label, 'type']) : [],
        )
      : [],
  );
}

function commentFindings({ entries, blocks }: StackDocument): readonly Finding[] {
  const ofBlocks = new Set(blocks.map(({ at }) => JSON.stringify([...at, '//'])));
  return entries
    .filter(({ key, at, value }) => {
      if (key !== '//') return false;
      if (at.length === 1) return !hasOnly(value, ['metadata', 'outputs']);
      return !ofBlocks.has(JSON.stringify(at)) || !isConstructComment(value);
    })
    .map(({ at }) => ({ at, reason: 'this one is not from cdktf' }));
}

function isConstructComment(value: JsonValue): boolean {
  if (!isObject(value) || !hasOnly(value, ['metadata'])) return false;
  const { metadata } = value;
  return (
    isObject(metadata) &&
    hasOnly(metadata, ['path', 'uniqueId']) &&
    Object.values(metadata).every((each) => typeof each === 'string')
  );
}

function hasOnly(value: JsonValue, keys: readonly string[]): boolean {
  return isObject(value) && Object.keys(value).every((key) => keys.includes(key));
}

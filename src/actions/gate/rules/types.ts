// Which resources a stack may consist of, and what it may read while it is planned.
import type { Block, TypedBlock } from '../document.ts';
import type { ArgumentsByType } from '../tables/types.ts';
import { defineRules, type Finding, type GateContext, quoted } from './rule.ts';

/** Terraform's own arguments and cdktf's comment: other rules read them. */
const general = ['//', 'depends_on', 'lifecycle', 'provider', 'count', 'for_each', 'provisioner', 'connection', 'dynamic'];

export const typeRules = defineRules([
  {
    id: 'type/resource',
    title: 'Only resource types of the list',
    why: 'A type that nobody looked at can run code, make identities, or open what is closed.',
    next: 'Have the type added to the list on the base branch, in a change of its own.',
    check: ({ document, policy }) =>
      blocksOf(document.blocks, 'resource')
        .filter(({ type }) => !policy.resourceTypes.includes(type))
        .map(({ type, at }) => ({ at, reason: `${quoted(type)} is not on the list of a ${policy.subject.layer}` })),
  },
  {
    id: 'type/data',
    title: 'Only data sources of the list, with arguments of the list',
    why: 'Data sources are read while planning, with credentials: external runs a program, http sends requests, remote state shows secrets.',
    next: 'Use a parameter of the platform, or have the data source added to the list on the base branch.',
    check: (context) => readFindings(context, 'data', context.policy.dataTypes),
  },
  {
    id: 'type/ephemeral',
    title: 'Only ephemeral resources of the list, with arguments of the list',
    why: 'Ephemeral resources are opened while planning: some read secrets, one calls functions.',
    next: 'Have it added to the list on the base branch.',
    check: (context) => readFindings(context, 'ephemeral', context.policy.ephemeralTypes),
  },
]);

function blocksOf(blocks: readonly Block[], kind: TypedBlock): readonly Block[] {
  return blocks.filter((block) => block.kind === kind);
}

function readFindings({ document, policy }: GateContext, kind: TypedBlock, allowed: ArgumentsByType): readonly Finding[] {
  return blocksOf(document.blocks, kind).flatMap(({ type, body, at }) => {
    const names = allowed[type];
    if (!names || !Object.hasOwn(allowed, type))
      return [{ at, reason: `${quoted(type)} is not on the list of a ${policy.subject.layer}` }];
    return Object.keys(body)
      .filter((key) => !names.includes(key) && !general.includes(key))
      .map((key) => ({ at: [...at, key], reason: `${quoted(key)} is not among the arguments of ${type}` }));
  });
}

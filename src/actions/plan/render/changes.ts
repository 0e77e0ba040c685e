// Builds the tree of the changes: stack, construct, action, resource; then outputs, actions to run, deferred changes.
import { escapeText, fence, htmlCode } from '../../comment/text.ts';
import type { TreeNode } from '../../comment/tree.ts';
import { constructOf } from '../construct-paths.ts';
import type { Action, OutputChange, ResourceChange } from '../model.ts';
import { outputRisk } from '../risk.ts';
import { type Limits, renderAttributes } from './attributes.ts';
import type { RedactedPlan } from './danger.ts';
import { code, resourceLine, resourceNode } from './resource.ts';
import { actionOrder, actionWords, plural, reasonWords } from './words.ts';

/** So few are shown unfolded: nobody should have to click to see one changed number. */
const unfoldedUpTo = 6;

export function changeNodes(plans: readonly RedactedPlan[], limits: Limits): readonly TreeNode[] {
  const total = plans.reduce((sum, { plan }) => sum + plan.resources.length + plan.outputs.length, 0);
  const fold = total <= unfoldedUpTo ? 'open' : 'closed';
  const stacks = plans
    .map((one) => ({ title: one.title, nodes: stackNodes(one, limits, fold) }))
    .filter(({ nodes }) => nodes.length > 0);
  if (plans.length === 1) return stacks.flatMap(({ nodes }) => nodes);
  return stacks.map(({ title, nodes }) => ({ risk: 0, text: () => `#### ${escapeText(title)}`, children: nodes }));
}

function stackNodes(one: RedactedPlan, limits: Limits, fold: 'open' | 'closed'): readonly TreeNode[] {
  return [
    ...groupNodes(one, limits, fold),
    ...group(
      'Outputs',
      one.plan.outputs.map((output) => outputNode(output, one, limits)),
      fold,
    ),
    ...group(
      'Actions to run',
      one.plan.invocations.map((invocation) => invocationNode(invocation, one)),
      fold,
    ),
    ...group(
      'Put off to a later plan',
      one.plan.deferred.map((deferred) => deferredNode(deferred, one)),
      fold,
    ),
  ];
}

/** By construct, or by module, or by type: the first that the plan lets us know. The riskiest group comes first. */
function groupNodes(one: RedactedPlan, limits: Limits, fold: 'open' | 'closed'): readonly TreeNode[] {
  const groups = new Map<string, ResourceChange[]>();
  for (const change of one.plan.resources) {
    const name = groupOf(change, one);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [change]);
    else group.push(change);
  }
  return [...groups]
    .map(([name, changes]) => groupNode(name, changes, one, limits, fold))
    .sort((a, b) => b.risk - a.risk || (a.name < b.name ? -1 : 1))
    .map(({ node }) => node);
}

interface GroupNode {
  readonly name: string;
  readonly risk: number;
  readonly node: TreeNode;
}

function groupNode(
  name: string,
  changes: readonly ResourceChange[],
  one: RedactedPlan,
  limits: Limits,
  fold: 'open' | 'closed',
): GroupNode {
  const actions = byAction(changes);
  const children = actionNodes(actions, one, limits);
  // Of the nodes, not of the changes: to rate each of many thousand changes once is enough.
  const risk = children.reduce(
    (most, { children: nodes = [] }) => nodes.reduce((max, node) => Math.max(max, node.risk), most),
    0,
  );
  const text = () => `${htmlCode(one.redactor.text(name))}: ${countWords(actions)}`;
  return { name, risk, node: { risk, fold, text, children } };
}

function groupOf(change: ResourceChange, { constructPaths }: RedactedPlan): string {
  const construct = constructPaths === undefined ? undefined : constructOf(change.address, constructPaths);
  return construct || change.moduleAddress || change.type || 'other';
}

type ByAction = readonly (readonly [Action, readonly ResourceChange[]])[];

/** In the order of `actionOrder`, without the actions that nothing has. */
function byAction(changes: readonly ResourceChange[]): ByAction {
  const found = new Map<Action, ResourceChange[]>();
  for (const change of changes) {
    const ofAction = found.get(change.action);
    if (ofAction === undefined) found.set(change.action, [change]);
    else ofAction.push(change);
  }
  return actionOrder.flatMap((action) => {
    const ofAction = found.get(action);
    return ofAction === undefined ? [] : [[action, ofAction] as const];
  });
}

function countWords(actions: ByAction): string {
  return actions.map(([action, { length }]) => `${length} to ${shortVerb[action] ?? actionWords[action].verb}`).join(', ');
}

const shortVerb: Readonly<Partial<Record<Action, string>>> = {
  forget: 'forget',
  'no-op': 'move or import',
  unrecognized: '?',
};

function actionNodes(actions: ByAction, one: RedactedPlan, limits: Limits): readonly TreeNode[] {
  return actions.map(([action, changes]) => {
    const { sign, verb } = actionWords[action];
    const children = changes.map((change) => resourceNode(change, one.redactor, limits));
    return { risk: 0, text: () => `**\`${sign}\` ${verb}**`, children };
  });
}

function group(title: string, children: readonly TreeNode[], fold: 'open' | 'closed'): readonly TreeNode[] {
  return children.length === 0 ? [] : [{ risk: outputRisk, fold, text: () => `${title}: ${children.length}`, children }];
}

function outputNode({ name, action, attribute }: OutputChange, { redactor }: RedactedPlan, limits: Limits): TreeNode {
  const verb = { create: 'add', update: 'change', delete: 'remove' }[action];
  const change = { ...noResource, address: name, attributes: () => [attribute] };
  return {
    risk: outputRisk,
    text: () => `${verb} ${code(name, redactor)}`,
    body: () => fence(renderAttributes(change, redactor, limits), 'diff'),
  };
}

/** An output's value is rendered like an attribute of a resource that is updated. */
const noResource: ResourceChange = {
  address: '',
  moduleAddress: '',
  type: '',
  action: 'update',
  replaceOrder: undefined,
  forcedBy: [],
  reason: undefined,
  movedFrom: undefined,
  importId: undefined,
  deposed: undefined,
  attributes: () => [],
};

function invocationNode(
  { address, triggeredBy }: RedactedPlan['plan']['invocations'][number],
  { redactor }: RedactedPlan,
): TreeNode {
  const trigger = triggeredBy === '' ? '' : ` · triggered by ${code(triggeredBy, redactor)}`;
  return { risk: outputRisk + 15, text: () => code(address, redactor) + trigger };
}

function deferredNode({ reason, change }: RedactedPlan['plan']['deferred'][number], { redactor }: RedactedPlan): TreeNode {
  const why = reasonWords(reason);
  return { risk: outputRisk + 5, text: () => `${resourceLine(change, redactor)}${why === undefined ? '' : ` · ${why}`}` };
}

/** Drift is apart from what the plan changes, and below it in rank: it has already happened. */
export function driftNodes(plans: readonly RedactedPlan[], limits: Limits): readonly TreeNode[] {
  const children = plans.flatMap(({ plan, redactor, title }) =>
    plan.drift.map((change) => driftNode(change, plans.length > 1 ? `${escapeText(title)}: ` : '', redactor, limits)),
  );
  if (children.length === 0) return [];
  return [
    { risk: 0, fold: 'closed', text: () => `${plural(children.length, 'resource')} changed outside of Terraform`, children },
  ];
}

const driftVerbs: Readonly<Partial<Record<ResourceChange['action'], string>>> = {
  delete: 'deleted',
  update: 'changed',
  'no-op': 'moved',
};

function driftNode(change: ResourceChange, prefix: string, redactor: RedactedPlan['redactor'], limits: Limits): TreeNode {
  const node = resourceNode(change, redactor, limits);
  return { ...node, text: () => `${prefix}${driftVerbs[change.action] ?? 'changed'} ${node.text()}` };
}

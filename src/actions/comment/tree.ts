// Renders a tree of blocks within a budget: what is riskiest is kept, what is left out is counted where it would have stood.

export interface TreeNode {
  /** Higher is kept longer. A node with children is kept as long as any of them. */
  readonly risk: number;
  /** A block of Markdown that is complete in itself; of a folded node, one line of HTML. Asked for only when there is room. */
  text(): string;
  /** More about a node without children, or nothing: the first thing to go when room is short. */
  body?(): string;
  readonly children?: readonly TreeNode[];
  /** Puts the children into a `<details>`, with the text as its summary. */
  readonly fold?: 'open' | 'closed';
}

export interface TreeOptions {
  readonly budget: number;
  /** What the budget counts: characters, unless told otherwise. Must be additive. */
  measure?(text: string): number;
}

/** After so many bodies in a row for which there was no room, no more are asked for: each of them is work. */
const patience = 20;
/** How much lower than its node a body ranks: a riskier node's body is worth more than the mention of a harmless one. */
const bodyDiscount = 25;
const separator = '\n\n';
/** What a note about omissions can take at most: two numbers of up to seven digits. */
const noteRoom = '*9999999 omitted, details of 9999999 more omitted*'.length + separator.length;

/** Less than this renders nothing at all. */
export const smallestBudget = noteRoom;

interface Branch {
  readonly node: TreeNode;
  readonly parent: Branch | undefined;
  /** What was kept of it, in any order; put into the order of the tree at the end. */
  /** What stands around its children, once somebody has asked for it. */
  frame?: readonly [string, string];
  isOpen: boolean;
  omitted: number;
  omittedBodies: number;
  readonly kept: Map<TreeNode, string>;
}

interface Block {
  readonly text: string;
  readonly cost: number;
}

interface Piece {
  readonly kind: 'text' | 'body';
  readonly leaf: TreeNode;
  readonly parent: Branch;
  readonly rank: number;
}

/**
 * Never longer than the budget (if that is at least `smallestBudget`). A node is left out only if all that rank lower are,
 * too; a body that does not fit makes room for smaller ones behind it.
 */
export function renderTree(nodes: readonly TreeNode[], options: TreeOptions): string {
  const measure = options.measure ?? ((text: string) => text.length);
  const root = toBranch({ risk: 0, text: () => '', children: nodes }, undefined);
  const branches = new Map<TreeNode, Branch>([[root.node, root]]);
  const pieces = collect(root, branches).sort((one, other) => other.rank - one.rank);
  root.isOpen = true;
  let room = options.budget - noteRoom;
  let isFull = false;
  let misses = 0;
  for (const piece of pieces) {
    const isTried: boolean = !isFull && (piece.kind === 'text' || misses < patience);
    const block: Block | undefined = isTried ? tryBlock(piece, room, measure) : undefined;
    if (block !== undefined) {
      room -= block.cost;
      keep(piece, block.text);
    } else omit(piece);
    if (piece.kind === 'body') misses = block === undefined ? misses + 1 : 0;
    else isFull ||= block === undefined;
  }
  return assemble(root, branches);
}

function toBranch(node: TreeNode, parent: Branch | undefined): Branch {
  return { node, parent, isOpen: false, omitted: 0, omittedBodies: 0, kept: new Map() };
}

function collect(branch: Branch, branches: Map<TreeNode, Branch>): Piece[] {
  const pieces: Piece[] = [];
  for (const child of branch.node.children ?? []) {
    if (child.children === undefined) {
      pieces.push({ kind: 'text', leaf: child, parent: branch, rank: child.risk });
      if (child.body !== undefined) pieces.push({ kind: 'body', leaf: child, parent: branch, rank: child.risk - bodyDiscount });
    } else {
      const inner = toBranch(child, branch);
      branches.set(child, inner);
      // One at a time: a spread of many thousands of arguments would not fit on the stack.
      for (const piece of collect(inner, branches)) pieces.push(piece);
    }
  }
  return pieces;
}

/** The block with what it costs, the frames around it included where it is the first in them; undefined if that is too much. */
function tryBlock(piece: Piece, room: number, measure: (text: string) => number): Block | undefined {
  if (piece.kind === 'body' && !piece.parent.kept.has(piece.leaf)) return undefined;
  const text = (piece.kind === 'body' ? piece.leaf.body?.() : piece.leaf.text()) ?? '';
  let cost = measure(text) + separator.length;
  for (let branch: Branch | undefined = piece.parent; branch !== undefined && !branch.isOpen; branch = branch.parent) {
    cost += measure(frameOf(branch).join('')) + 2 * separator.length + noteRoom;
  }
  return cost <= room ? { text, cost } : undefined;
}

function keep({ kind, leaf, parent }: Piece, text: string): void {
  for (let branch: Branch | undefined = parent; branch !== undefined; branch = branch.parent) branch.isOpen = true;
  if (kind === 'text') parent.kept.set(leaf, text);
  else if (text !== '') parent.kept.set(leaf, `${parent.kept.get(leaf)}${separator}${text}`);
}

/** Told by the innermost branch that is there: a group that is left out as a whole counts in the one around it. */
function omit({ kind, leaf, parent }: Piece): void {
  if (kind === 'body') {
    if (parent.kept.has(leaf)) parent.omittedBodies += 1;
    return;
  }
  let branch = parent;
  while (!branch.isOpen && branch.parent !== undefined) branch = branch.parent;
  branch.omitted += 1;
}

function frameOf(branch: Branch): readonly [string, string] {
  branch.frame ??= frame(branch.node);
  return branch.frame;
}

function frame(node: TreeNode): readonly [string, string] {
  if (node.fold === undefined) return [node.text(), ''];
  const tag = node.fold === 'open' ? '<details open>' : '<details>';
  return [`${tag}<summary>${node.text()}</summary>`, '</details>'];
}

function assemble(branch: Branch, branches: ReadonlyMap<TreeNode, Branch>): string {
  const blocks = (branch.node.children ?? []).map((child) => {
    const inner = branches.get(child);
    if (inner === undefined) return branch.kept.get(child) ?? '';
    if (!inner.isOpen) return '';
    const [open, close] = frameOf(inner);
    return [open, assemble(inner, branches), close].filter(Boolean).join(separator);
  });
  return [...blocks, note(branch)].filter(Boolean).join(separator);
}

function note({ omitted, omittedBodies }: Branch): string {
  if (omitted === 0 && omittedBodies === 0) return '';
  if (omitted === 0) return `*details of ${omittedBodies} omitted*`;
  return omittedBodies === 0 ? `*${omitted} omitted*` : `*${omitted} omitted, details of ${omittedBodies} more omitted*`;
}

import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/actions/comment/tree.ts
var patience = 20;
var bodyDiscount = 25;
var separator = "\n\n";
var noteRoom = "*9999999 omitted, details of 9999999 more omitted*".length + separator.length;
var smallestBudget = noteRoom;
function renderTree(nodes, options) {
  const measure = options.measure ?? ((text) => text.length);
  const root = toBranch({ risk: 0, text: () => "", children: nodes }, void 0);
  const branches = /* @__PURE__ */ new Map([[root.node, root]]);
  const pieces = collect(root, branches).sort((one, other) => other.rank - one.rank);
  root.isOpen = true;
  let room = options.budget - noteRoom;
  let isFull = false;
  let misses = 0;
  for (const piece of pieces) {
    const isTried = !isFull && (piece.kind === "text" || misses < patience);
    const block = isTried ? tryBlock(piece, room, measure) : void 0;
    if (block !== void 0) {
      room -= block.cost;
      keep(piece, block.text);
    } else omit(piece);
    if (piece.kind === "body") misses = block === void 0 ? misses + 1 : 0;
    else isFull ||= block === void 0;
  }
  return assemble(root, branches);
}
function toBranch(node, parent) {
  return { node, parent, isOpen: false, omitted: 0, omittedBodies: 0, kept: /* @__PURE__ */ new Map() };
}
function collect(branch, branches) {
  const pieces = [];
  for (const child of branch.node.children ?? []) {
    if (child.children === void 0) {
      pieces.push({ kind: "text", leaf: child, parent: branch, rank: child.risk });
      if (child.body !== void 0) pieces.push({ kind: "body", leaf: child, parent: branch, rank: child.risk - bodyDiscount });
    } else {
      const inner = toBranch(child, branch);
      branches.set(child, inner);
      for (const piece of collect(inner, branches)) pieces.push(piece);
    }
  }
  return pieces;
}
function tryBlock(piece, room, measure) {
  if (piece.kind === "body" && !piece.parent.kept.has(piece.leaf)) return void 0;
  const text = (piece.kind === "body" ? piece.leaf.body?.() : piece.leaf.text()) ?? "";
  let cost = measure(text) + separator.length;
  for (let branch = piece.parent; branch !== void 0 && !branch.isOpen; branch = branch.parent) {
    cost += measure(frameOf(branch).join("")) + 2 * separator.length + noteRoom;
  }
  return cost <= room ? { text, cost } : void 0;
}
function keep({ kind, leaf, parent }, text) {
  for (let branch = parent; branch !== void 0; branch = branch.parent) branch.isOpen = true;
  if (kind === "text") parent.kept.set(leaf, text);
  else if (text !== "") parent.kept.set(leaf, `${parent.kept.get(leaf)}${separator}${text}`);
}
function omit({ kind, leaf, parent }) {
  if (kind === "body") {
    if (parent.kept.has(leaf)) parent.omittedBodies += 1;
    return;
  }
  let branch = parent;
  while (!branch.isOpen && branch.parent !== void 0) branch = branch.parent;
  branch.omitted += 1;
}
function frameOf(branch) {
  branch.frame ??= frame(branch.node);
  return branch.frame;
}
function frame(node) {
  if (node.fold === void 0) return [node.text(), ""];
  const tag = node.fold === "open" ? "<details open>" : "<details>";
  return [`${tag}<summary>${node.text()}</summary>`, "</details>"];
}
function assemble(branch, branches) {
  const blocks = (branch.node.children ?? []).map((child) => {
    const inner = branches.get(child);
    if (inner === void 0) return branch.kept.get(child) ?? "";
    if (!inner.isOpen) return "";
    const [open, close] = frameOf(inner);
    return [open, assemble(inner, branches), close].filter(Boolean).join(separator);
  });
  return [...blocks, note(branch)].filter(Boolean).join(separator);
}
function note({ omitted, omittedBodies }) {
  if (omitted === 0 && omittedBodies === 0) return "";
  if (omitted === 0) return `*details of ${omittedBodies} omitted*`;
  return omittedBodies === 0 ? `*${omitted} omitted*` : `*${omitted} omitted, details of ${omittedBodies} more omitted*`;
}

export {
  smallestBudget,
  renderTree
};

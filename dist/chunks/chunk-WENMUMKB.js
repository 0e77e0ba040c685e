import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/actions/comment/slots.ts
var slotNames = [
  "verdict",
  "danger",
  "preview",
  "environment",
  "kpis",
  "policy",
  "changes",
  "drift",
  "commands"
];
var pullRequestMarker = "pull-request";
var commentBudget = 6e4;
var slotPattern = /<!-- opsdeck:slot (\S+) -->\n([\s\S]*?)\n<!-- opsdeck:end \1 -->/g;
function composeComment(current, updates) {
  const texts = { ...readSlots(current), ...updates };
  return slotNames.flatMap((name) => texts[name]?.trim() ? [wrap(name, texts[name])] : []).join("\n\n");
}
function readSlots(body) {
  return Object.fromEntries(
    [...body.replaceAll("\r\n", "\n").matchAll(slotPattern)].flatMap(([, name, text]) => isSlot(name) ? [[name, text]] : [])
  );
}
function isSlot(name) {
  return slotNames.some((each) => each === name);
}
function wrap(name, text) {
  const inner = text.replaceAll("<!-- opsdeck:", "<!-- ");
  return `<!-- opsdeck:slot ${name} -->
${inner.trim()}
<!-- opsdeck:end ${name} -->`;
}

export {
  pullRequestMarker,
  commentBudget,
  composeComment,
  readSlots
};

import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/actions/comment/text.ts
var hidden = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}\u2028\u2029\u115f\u1160\u2800\u3164\uffa0]/gu;
function visible(text) {
  return text.replace(hidden, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
function visibleLine(text) {
  return visible(text.replaceAll("\r\n", "\\r\\n").replaceAll("\n", "\\n").replaceAll("	", "\\t"));
}
function inlineCode(text) {
  const content = visibleLine(text);
  if (content === "") return "` `";
  const ticks = "`".repeat(longestRun(content) + 1);
  const needsRoom = /^[` ]|[` ]$/.test(content);
  return needsRoom ? `${ticks} ${content} ${ticks}` : ticks + content + ticks;
}
function fence(text, language = "") {
  const content = visible(text.replaceAll("\r\n", "\n"));
  const ticks = "`".repeat(Math.max(3, longestRun(content) + 1));
  return `${ticks}${language}
${content}
${ticks}`;
}
function htmlCode(text) {
  return `<code>${escapeHtml(visibleLine(text))}</code>`;
}
var references = /@(?=[\w])|#(?=\d)|\bgh-(?=\d)|\b(?:https?|ftp|mailto|xmpp):|\bwww\./gi;
var markup = /[\\`*_{}[\]<>()#+\-!|~&$]/g;
function escapeText(text) {
  const parts = [];
  const line = visibleLine(text);
  let from = 0;
  for (const { 0: found, index } of line.matchAll(references)) {
    parts.push(escapeMarkup(line.slice(from, index)), inlineCode(found));
    from = index + found.length;
  }
  return parts.join("") + escapeMarkup(line.slice(from));
}
function link(words, address) {
  const url = URL.canParse(address) ? new URL(address) : void 0;
  if (url === void 0 || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    return escapeText(words);
  const target = visibleLine(url.href).replace(
    /[<>()[\]\\`|*_~]/g,
    (character) => encodeURIComponent(character).replace(/^[^%]$/, percent)
  );
  return `[${escapeText(words)}](${target})`;
}
function percent(character) {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
function escapeMarkup(text) {
  return text.replace(markup, (character) => `\\${character}`);
}
function escapeHtml(text) {
  const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
function longestRun(text) {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

export {
  visible,
  visibleLine,
  inlineCode,
  fence,
  htmlCode,
  escapeText,
  link
};

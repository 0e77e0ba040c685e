import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/define/text.ts
function cutMiddle(text, most) {
  if (text.length <= most) return text;
  const room = Math.max(0, most - noteOf(text.length).length);
  const note = noteOf(text.length - room);
  const head = Math.ceil(room / 2);
  return wholeCharacters(text.slice(0, head)) + note + wholeCharacters(text.slice(text.length - (room - head)));
}
function noteOf(omitted) {
  return ` ... ${omitted} more ... `;
}
function wholeCharacters(text) {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
}

export {
  cutMiddle
};

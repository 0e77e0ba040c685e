import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/actions/preview/duration.ts
var hourSeconds = 3600;
var daySeconds = 24 * hourSeconds;
function durationText(seconds) {
  const units = [
    ["day", daySeconds],
    ["hour", hourSeconds],
    ["minute", 60]
  ];
  for (const [name, size] of units) {
    const count = Math.floor(seconds / size);
    if (count >= 1) return `${count} ${name}${count === 1 ? "" : "s"}`;
  }
  return "less than a minute";
}
function instantText(instant) {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}
function relativeText(instant, now) {
  const seconds = (Date.parse(instant) - now.getTime()) / 1e3;
  const distance = durationText(Math.abs(seconds));
  return `${instantText(instant)} (${seconds >= 0 ? `in ${distance}` : `${distance} ago`})`;
}

export {
  durationText,
  instantText,
  relativeText
};

import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  instantText
} from "./chunk-YKXHXIZI.js";
import {
  hasExpired
} from "./chunk-4UFK7XPI.js";
import {
  escapeText,
  inlineCode,
  link,
  visibleLine
} from "./chunk-6W7UW3BG.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/actions/environment/words.ts
function renderHold(environment, hold) {
  const { by, expiresAt, reason, commentUrl } = hold;
  const who = `🔒 ${escapeText(environment)} is locked by ${escapeText(`@${by}`)}`;
  return `${who} until ${instantText(expiresAt)}: ${escapeText(reason)} (${link("comment", commentUrl)})`;
}
function renderObstacle(environment, obstacle) {
  if (obstacle.kind === "hold") return renderHold(environment, obstacle.hold);
  return `🔒 ${escapeText(unreadableText(environment))}`;
}
function renderWayOut(environment, obstacle) {
  const unlock = `/unlock ${environment}`;
  if (obstacle.kind === "hold") return `its holder comments ${inlineCode(unlock)}, or it expires`;
  return `a maintainer who has made sure that nobody holds it comments ${inlineCode(`${unlock} --force`)}`;
}
var kept = {
  hold: {
    held: "environment/locked",
    unreadable: "environment/hold-unreadable",
    next: (ask, unlock) => `${ask}. If nobody can be asked, a maintainer can comment: ${unlock} --force`
  },
  deploy: {
    held: "preview/held",
    unreadable: "preview/held",
    next: (ask) => `${ask}; then comment: /preview deploy`
  },
  apply: {
    held: "apply/held",
    unreadable: "apply/held",
    next: (ask) => `${ask}; then give the command again.`
  }
};
function obstacleFailure(doing, environment, obstacle) {
  const unlock = `/unlock ${environment}`;
  const { held, unreadable, next } = kept[doing];
  if (obstacle.kind === "unreadable") {
    return failure({
      code: unreadable,
      what: unreadableText(environment),
      next: `Make sure that nobody holds it, and let a maintainer comment: ${unlock} --force`,
      details: obstacle.problems
    });
  }
  const { by, reason, expiresAt, commentUrl } = obstacle.hold;
  return failure({
    code: held,
    what: asSentence(`${environment} is locked by ${by} until ${instantText(expiresAt)}: ${visibleLine(reason)}`),
    next: next(`Ask ${by} to unlock it, or wait until then`, unlock),
    details: [`It was asked for in ${commentUrl}`]
  });
}
function asSentence(text) {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
function renderEnvironmentSlot(holds, pullRequest, now) {
  return holds.flatMap(({ environment, facts }) => {
    if (facts.kind !== "held" || facts.hold.pullRequest !== pullRequest || hasExpired(facts.hold, now)) return [];
    return [renderHold(environment, facts.hold)];
  }).join("\n\n");
}
function unreadableText(environment) {
  return `The hold of ${environment} cannot be read, so nobody can tell whose it is, and nothing is deployed there.`;
}

export {
  renderHold,
  renderObstacle,
  renderWayOut,
  obstacleFailure,
  renderEnvironmentSlot
};

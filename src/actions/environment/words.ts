// Says who holds an environment, why, until when and what to do about it: as Markdown, and as plain text.
import { type Failure, failure } from '../../define/failure.ts';
import { escapeText, inlineCode, link, visibleLine } from '../comment/text.ts';
import { instantText } from '../preview/duration.ts';
import { type Hold, hasExpired, type Obstacle } from './hold.ts';
import type { FoundHold } from './hold-store.ts';

/** Markdown: `🔒 staging is locked by @octocat until 2026-11-22 18:00 UTC: we measure (comment)`, which mentions nobody. */
export function renderHold(environment: string, hold: Hold): string {
  const { by, expiresAt, reason, commentUrl } = hold;
  const who = `🔒 ${escapeText(environment)} is locked by ${escapeText(`@${by}`)}`;
  return `${who} until ${instantText(expiresAt)}: ${escapeText(reason)} (${link('comment', commentUrl)})`;
}

/** Markdown, of whatever is in the way. */
export function renderObstacle(environment: string, obstacle: Obstacle): string {
  if (obstacle.kind === 'hold') return renderHold(environment, obstacle.hold);
  return `🔒 ${escapeText(unreadableText(environment))}`;
}

/** Markdown: how it comes to an end. */
export function renderWayOut(environment: string, obstacle: Obstacle): string {
  const unlock = `/unlock ${environment}`;
  if (obstacle.kind === 'hold') return `its holder comments ${inlineCode(unlock)}, or it expires`;
  return `a maintainer who has made sure that nobody holds it comments ${inlineCode(`${unlock} --force`)}`;
}

/** By what is kept from being done: the codes of its failures, and how it goes on for whoever did not get through. */
const kept = {
  hold: {
    held: 'environment/locked',
    unreadable: 'environment/hold-unreadable',
    next: (ask: string, unlock: string) => `${ask}. If nobody can be asked, a maintainer can comment: ${unlock} --force`,
  },
  deploy: {
    held: 'preview/held',
    unreadable: 'preview/held',
    next: (ask: string) => `${ask}; then comment: /preview deploy`,
  },
  apply: {
    held: 'apply/held',
    unreadable: 'apply/held',
    next: (ask: string) => `${ask}; then give the command again.`,
  },
} as const;

/** What ends a command that an obstacle is in the way of. */
export function obstacleFailure(doing: keyof typeof kept, environment: string, obstacle: Obstacle): Failure {
  const unlock = `/unlock ${environment}`;
  const { held, unreadable, next } = kept[doing];
  if (obstacle.kind === 'unreadable') {
    return failure({
      code: unreadable,
      what: unreadableText(environment),
      next: `Make sure that nobody holds it, and let a maintainer comment: ${unlock} --force`,
      details: obstacle.problems,
    });
  }
  const { by, reason, expiresAt, commentUrl } = obstacle.hold;
  return failure({
    code: held,
    what: asSentence(`${environment} is locked by ${by} until ${instantText(expiresAt)}: ${visibleLine(reason)}`),
    next: next(`Ask ${by} to unlock it, or wait until then`, unlock),
    details: [`It was asked for in ${commentUrl}`],
  });
}

function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** The slot of a pull request: the holds that were asked for there, and are in force. Empty when there are none. */
export function renderEnvironmentSlot(holds: readonly FoundHold[], pullRequest: number, now: Date): string {
  return holds
    .flatMap(({ environment, facts }) => {
      if (facts.kind !== 'held' || facts.hold.pullRequest !== pullRequest || hasExpired(facts.hold, now)) return [];
      return [renderHold(environment, facts.hold)];
    })
    .join('\n\n');
}

function unreadableText(environment: string): string {
  return `The hold of ${environment} cannot be read, so nobody can tell whose it is, and nothing is deployed there.`;
}

// The small signs of the page: a drawn symbol, a word and a colour for every state, and initials for people.

import type { Conclusion, EntryOf, PullRequestStory } from './data.ts';
import { type Html, html } from './html.ts';

export type Tone = 'good' | 'bad' | 'warn' | 'busy' | 'idle' | 'merged';

/** Drawn for this page, on a canvas of 16 by 16. */
const symbols = {
  check: 'M3.5 8.5l3 3 6-7',
  cross: 'M4.5 4.5l7 7m0-7l-7 7',
  dots: 'M3.9 8h.2m3.8 0h.2m3.8 0h.2',
  stop: 'M3.5 8h9',
  warning: 'M8 3.5v6m0 2.9v.1',
  branch: 'M5 3v10M5 8h3a3 3 0 0 0 3-3V3',
  merge: 'M5 3v10M5 4c0 4 2 6 6.5 6',
  commit: 'M1.5 8h4m5 0h4M8 5.5a2.5 2.5 0 1 0 .01 0z',
  tag: 'M3 3h5l5 5-5 5-5-5zM5.9 5.9h.2',
  rocket: 'M8 13V3.5M4 7.5l4-4 4 4',
  play: 'M5.5 3.5l7 4.5-7 4.5z',
  page: 'M4 2.5h5l3 3v8H4zM6 8h4m-4 2.5h4',
  info: 'M8 7.2v5M8 3.8v.2',
} as const;

export type Symbol = keyof typeof symbols;

export function renderSymbol(name: Symbol): Html {
  return html`<svg class="symbol" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="${symbols[name]}" /></svg>`;
}

export interface Mark {
  readonly symbol: Symbol;
  readonly word: string;
  readonly tone: Tone;
}

export const conclusionMarks: Readonly<Record<Conclusion, Mark>> = {
  success: { symbol: 'check', word: 'succeeded', tone: 'good' },
  failure: { symbol: 'cross', word: 'failed', tone: 'bad' },
  neutral: { symbol: 'info', word: 'neutral', tone: 'idle' },
  cancelled: { symbol: 'stop', word: 'was cancelled', tone: 'idle' },
  skipped: { symbol: 'stop', word: 'was skipped', tone: 'idle' },
  timed_out: { symbol: 'cross', word: 'timed out', tone: 'bad' },
  action_required: { symbol: 'warning', word: 'requires action', tone: 'warn' },
  in_progress: { symbol: 'dots', word: 'is in progress', tone: 'busy' },
};

export const deploymentMarks: Readonly<Record<EntryOf<'deployment'>['state'], Mark>> = {
  in_progress: { symbol: 'rocket', word: 'is being deployed', tone: 'busy' },
  success: { symbol: 'rocket', word: 'was deployed', tone: 'good' },
  failure: { symbol: 'cross', word: 'could not be deployed', tone: 'bad' },
  inactive: { symbol: 'stop', word: 'is inactive', tone: 'idle' },
};

export const finalStateMarks: Readonly<Record<PullRequestStory['finalState'], Mark>> = {
  open: { symbol: 'branch', word: 'Open', tone: 'good' },
  closed: { symbol: 'cross', word: 'Closed', tone: 'bad' },
  merged: { symbol: 'merge', word: 'Merged', tone: 'merged' },
};

export function renderBadge({ symbol, word, tone }: Mark): Html {
  return html`<span class="badge tone-${tone}">${renderSymbol(symbol)}${word}</span>`;
}

const avatarColours = 8;

/** A person as a coloured circle with initials: nothing is loaded from elsewhere. */
export function renderAvatar(login: string): Html {
  const sum = [...login].reduce((total, character) => (total * 31 + (character.codePointAt(0) ?? 0)) % 65_521, 7);
  return html`<span class="avatar avatar-${sum % avatarColours}" aria-hidden="true">${initials(login)}</span>`;
}

/** `github-actions[bot]` is GA, `amara` is A. */
export function initials(login: string): string {
  const words = login.replace(/\[bot\]$/, '').match(/[\p{L}\p{N}]+/gu) ?? ['?'];
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
}

/** A name from outside: text of another direction stays within it. */
export function renderName(name: string): Html {
  return html`<bdi class="name">${name}</bdi>`;
}

// Writes instants and durations for people: how long after the beginning, with the clock's time behind it.
import { duration } from '../progress/render.ts';
import { type Html, html } from './html.ts';

/** `+1 min 12 s`; the clock's time shows on hover. */
export function renderElapsed(atMs: number, originMs: number): Html {
  const elapsed = duration(Math.max(0, atMs - originMs));
  return html`<time datetime="${toIso(atMs)}" title="${toClock(atMs)} UTC">+${elapsed}</time>`;
}

/** `2026-03-02 09:14:07 UTC` */
export function renderInstant(atMs: number): Html {
  const day = toIso(atMs).slice(0, 10);
  return html`<time datetime="${toIso(atMs)}">${day} ${toClock(atMs)} UTC</time>`;
}

export function seconds(value: number): string {
  return duration(value * 1000);
}

function toIso(atMs: number): string {
  return new Date(atMs).toISOString();
}

function toClock(atMs: number): string {
  return toIso(atMs).slice(11, 19);
}

// Draws what took how long, one below the other, as the network panel of a browser does.
import { type Html, html } from './html.ts';

export interface Span {
  readonly seconds: number;
  readonly startSeconds?: number;
}

/** In percent of the whole. */
export interface Bar {
  readonly start: number;
  readonly width: number;
}

/** Thinner could not be seen. */
const thinnestPercent = 0.75;

/**
 * Places spans on a common axis.
 * @param unknownStart where a span without a start stands: after the one before it, or at the beginning
 * @param wholeSeconds the axis' length; the end of the last span if that is later
 */
export function computeBars(spans: readonly Span[], unknownStart: 'after' | 'beginning', wholeSeconds = 0): readonly Bar[] {
  let previousEnd = 0;
  const placed = spans.map(({ seconds, startSeconds }) => {
    const start = startSeconds ?? (unknownStart === 'after' ? previousEnd : 0);
    previousEnd = start + seconds;
    return { start, end: previousEnd };
  });
  const whole = Math.max(wholeSeconds, ...placed.map(({ end }) => end)) || 1;
  return placed.map(({ start, end }) => {
    const width = Math.max(thinnestPercent, ((end - start) / whole) * 100);
    return { start: Math.min((start / whole) * 100, 100 - width), width };
  });
}

export function renderBar(bar: Bar | undefined, tone: string): Html {
  if (!bar) return html`<span class="bar"></span>`;
  const { start, width } = bar;
  return html`<svg class="bar tone-${tone}" aria-hidden="true" focusable="false"><rect class="axis" width="100%" height="100%"
    rx="3" /><rect x="${percent(start)}" width="${percent(width)}" height="100%" rx="3" /></svg>`;
}

function percent(value: number): string {
  return `${Number(value.toFixed(2))}%`;
}

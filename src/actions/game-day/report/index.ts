// What a game day leaves to read: an issue, a summary, a page, a line; each from its record alone.
import type { DrillDefinition } from '../../../define/drill.ts';
import type { GameDay, PastGameDay } from '../game-day.ts';
import { collectFacts } from './facts.ts';
import { renderDocument } from './html/document.ts';
import { renderBody, renderLine, renderSummary as renderMarkdownSummary, renderTitle } from './markdown/issue.ts';

/**
 * @param now for "4 of 10 min" while it runs; when left out, the latest instant that the record tells
 * @returns a title as plain text, and at most 60,000 characters of Markdown
 */
export function renderIssue(
  gameDay: GameDay,
  history: readonly PastGameDay[],
  drill: DrillDefinition,
  now?: Date,
): { readonly title: string; readonly body: string } {
  const facts = collectFacts(gameDay, history, drill, now);
  return { title: renderTitle(facts), body: renderBody(facts) };
}

/** For the page of the run: at most 20,000 characters of Markdown. */
export function renderSummary(gameDay: GameDay, history: readonly PastGameDay[], drill: DrillDefinition, now?: Date): string {
  return renderMarkdownSummary(collectFacts(gameDay, history, drill, now));
}

/** A page of its own, without script, and without anything from elsewhere. */
export function renderHtml(gameDay: GameDay, history: readonly PastGameDay[], drill: DrillDefinition, now?: Date): string {
  return renderDocument(collectFacts(gameDay, history, drill, now));
}

/** One line of Markdown. */
export function renderMessage(gameDay: GameDay): string {
  return renderLine({ gameDay });
}

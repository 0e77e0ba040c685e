// What a frozen environment tells: the issue, and the page that wakes somebody up.
import type { Page } from '../../ports/pager.ts';
import { escapeText, inlineCode, link } from '../comment/text.ts';
import type { DeployJournal } from './journal.ts';
import { renderTimeline, sentence } from './render-summary.ts';
import { frozenWords } from './words.ts';

/** Markdown. */
export function renderFreezeIssue(journal: DeployJournal, timeRate: number): string {
  const { environment, runUrl, because = 'nobody could tell' } = journal;
  const unlock = inlineCode(`/unlock ${environment} --force`);
  return [
    `**❄️ ${escapeText(environment)} is frozen: ${escapeText(frozenWords(journal))}.** ${link('run', runUrl)}`,
    `${sentence('Why', because)}${journal.cause ? ` ${sentence('What it began with', journal.cause.words)}` : ''}`,
    'Until somebody has looked, nothing is deployed there: no deploy, no preview, no game day.',
    [
      '### What to do',
      '- [ ] See which task definition the service runs, whether its deployment has completed, and what its alarms say.',
      '- [ ] Put the service right by hand, or find the commit that does.',
      `- [ ] Let a maintainer comment ${unlock} on any pull request.`,
      '- [ ] Run the workflow `deploy` as a recovery: alarms that still fire do not stop it then.',
    ].join('\n'),
    renderTimeline(journal, timeRate),
    'The next deploy that is kept closes this issue.',
  ].join('\n\n');
}

/** Plain text, for a telephone. */
export function renderFreezePage(journal: DeployJournal): Pick<Page, 'subject' | 'text'> {
  const { environment, runUrl, because = 'nobody could tell', cause } = journal;
  return {
    subject: `Opsdeck: deploys to ${environment} are frozen`,
    text: [
      `${environment} is frozen: ${frozenWords(journal)}.`,
      ...(cause ? [`What it began with: ${cause.words}.`] : []),
      `Why: ${because}.`,
      `Look at the service and its alarms now; nothing else is deployed there meanwhile. The run: ${runUrl}`,
    ].join('\n'),
  };
}

// The report as Markdown: an issue while it runs and afterwards, a summary on the page of the run, a line for a reply.
import { plannedSeconds } from '../../../../drills/timeline.ts';
import { link } from '../../../comment/text.ts';
import { renderTree, type TreeNode } from '../../../comment/tree.ts';
import type { ReportFacts } from '../facts.ts';
import { becauseText, caveats, computeState, paceNote, subjectText } from '../headline.ts';
import { clockOf, dateText, spanText } from '../instants.ts';
import { nextSteps } from '../next-steps.ts';
import { computeSections } from '../sections/index.ts';
import type { Section } from '../table.ts';
import { renderGantt } from './gantt.ts';
import { renderTable, sentence, shortened } from './tables.ts';

/** GitHub refuses bodies of over 65,536 characters: https://docs.github.com/en/rest/issues/issues ; the marker needs some, too. */
export const issueBudget = 60_000;
const summaryBudget = 20_000;
/** GitHub refuses titles of over 256 characters. */
const longestTitle = 200;
const mostFindings = 20;

/** `Game day: az-failure in eu-west-2a on staging, 2026-01-31: PASS`; plain text. */
export function renderTitle({ gameDay }: Pick<ReportFacts, 'gameDay'>): string {
  const { verdict, phase, startedAt } = gameDay;
  const state = verdict?.toUpperCase() ?? (phase === 'ended' ? 'no verdict' : 'running');
  return `Game day: ${shortened(subjectText(gameDay), longestTitle)}, ${shortened(startedAt.slice(0, 10), 10)}: ${state}`;
}

export function renderBody(facts: ReportFacts): string {
  const nodes = [...renderHead(facts, computeState(facts).words), ...computeSections(facts).map(sectionNode), footNode(facts)];
  return renderTree(nodes, { budget: issueBudget });
}

/** Without the history and what the issue folds away. */
export function renderSummary(facts: ReportFacts): string {
  const title = `${computeState(facts).words}: ${shortened(subjectText(facts.gameDay), longestTitle)}`;
  const sections = computeSections({ ...facts, history: [] }).map(({ folded: _, ...section }) => sectionNode(section));
  return renderTree([...renderHead(facts, title), ...sections, footNode(facts)], { budget: summaryBudget });
}

export function renderLine(facts: Pick<ReportFacts, 'gameDay'>): string {
  const { gameDay } = facts;
  const note = paceNote(gameDay);
  const text = `${computeState(facts).words}: ${sentence(subjectText(gameDay), longestTitle)}. ${sentence(becauseText(facts), 300)}`;
  return note === undefined ? text : `${text} (${note})`;
}

function renderHead(facts: ReportFacts, title: string): readonly TreeNode[] {
  const note = paceNote(facts.gameDay);
  const gantt = renderGantt(facts);
  const lead = [
    `## ${sentence(title)}`,
    ...(note === undefined ? [] : [`> [!IMPORTANT]\n> **${note}**`]),
    sentence(becauseText(facts)),
    ...caveats(facts).map((caveat) => sentence(caveat)),
    renderList('What to do next', nextSteps(facts), '-'),
  ];
  return [
    block(100, lead.join('\n\n')),
    ...renderFindings(facts),
    ...(gantt === undefined ? [] : [block(75, `### Timeline\n\n${gantt}`)]),
  ];
}

function renderFindings({ gameDay: { findings } }: ReportFacts): readonly TreeNode[] {
  if (findings.length === 0) return [];
  const closing = '*A finding is closed only by playing the drill again: a tick by hand proves nothing.*';
  return [block(95, `${renderList('Findings', findings, '- [ ]')}\n\n${closing}`)];
}

function renderList(title: string, texts: readonly string[], bullet: string): string {
  const shown = texts.slice(0, mostFindings).map((text) => `${bullet} ${sentence(text)}`);
  const more = texts.length > mostFindings ? [`\n*${texts.length - mostFindings} more: in the report of the run.*`] : [];
  return [`### ${title}`, '', ...shown, ...more].join('\n');
}

function sectionNode({ title, notes, table, folded, rank }: Section): TreeNode {
  const blocks = [`### ${sentence(title)}`, ...notes.map((note) => sentence(note)), ...(table ? [renderTable(table)] : [])];
  const text = block(rank, blocks.join('\n\n'));
  if (folded === undefined) return text;
  const fold: TreeNode = {
    risk: rank - 30,
    // Markdown does not work in there; it is a text of ours, with numbers.
    text: () => folded.summary,
    children: [block(rank - 30, renderTable(folded.table))],
    fold: 'closed',
  };
  return { risk: rank, text: () => '', children: [text, fold] };
}

function footNode({ gameDay, drill, nowMs }: ReportFacts): TreeNode {
  const { by, startedAt, runUrl, id } = gameDay;
  const asOf = gameDay.verdict === undefined ? ` As of ${clockOf(nowMs)}.` : '';
  const parts = [
    `Started ${sentence(dateText(startedAt), 40)} by ${sentence(by, 60)}: ${link('run and its report', runUrl)}.${asOf}`,
    `Drill: ${sentence(drill.title)}, ${spanText(plannedSeconds(drill.actions))} of faults, to be played ${sentence(drill.cadence)}.`,
    `All times are UTC. ${sentence(id, 120)}`,
  ];
  return block(92, `<sub>${parts.join('<br>')}</sub>`);
}

function block(risk: number, text: string): TreeNode {
  return { risk, text: () => text };
}

// The act of a repository's own KPIs: what they measure of its preview is made up, well within their targets, and each has its row.
import { escapeText } from '../actions/comment/text.ts';
import { type Question, questionsOf } from '../actions/kpi/questions.ts';
import { gatherSubjects } from '../actions/kpi/subjects.ts';
import { openTaggedResources } from '../adapters/aws/tagged-resources.ts';
import { failure } from '../define/failure.ts';
import type { Kpi, Metric } from '../define/kpi.ts';
import { plausible } from './metrics/plausible.ts';
import { type Samples, samplesOf } from './metrics/samples.ts';
import { type Datum, datumOf, putData } from './metrics/seed.ts';
import { done, say } from './pull-requests/chatops-acts.ts';
import { expectComment } from './pull-requests/expectations.ts';
import { act, type Play } from './pull-requests/play.ts';
import { developer } from './pull-requests/stage.ts';

/** The hour that is looked at, and what the action leaves out at its end because it may not have arrived. */
const seededMinutes = 75;

export interface OwnKpis {
  readonly kpis: readonly Kpi[];
  /** How the repository's names begin. */
  readonly prefix: string;
}

export async function measureOwnKpis(play: Play, pullRequest: number, own: OwnKpis): Promise<void> {
  const { kpis } = own;
  await act(play, 'kpi', 'Measure the preview by the KPIs of the repository', async () => {
    const asked = await questionsAbout(play, pullRequest, own);
    const data = asked.flatMap(dataOf(Math.floor(Date.now() / 60_000)));
    await putData(play.client, data);
    await say(play, developer, pullRequest, '/kpi window=1h', { reactions: done, words: [`KPIs of \`pr-${pullRequest}\``] });
    const { body } = expectComment(play.stage.github, pullRequest, ['### KPIs']);
    const measured = asked.filter(({ measure }) => measure !== undefined);
    for (const question of measured) expectRow(body, question);
    return `${measured.length} of its ${kpis.length} KPIs have values of the preview, of ${data.length} datapoints`;
  });
}

async function questionsAbout({ client }: Play, pullRequest: number, { kpis, prefix }: OwnKpis): Promise<readonly Question[]> {
  const request = { environment: 'staging', pullRequest, compare: 'none', windowSeconds: 3600, keepsIssue: false } as const;
  const settings = { names: { prefix }, region: client.region };
  const { subject } = await gatherSubjects(openTaggedResources(client), request, settings);
  return subject.layers.flatMap((layer) => questionsOf({ kpis, slos: [] }, layer).kpis);
}

/** @param lastMinute since 1970 */
function dataOf(lastMinute: number): (question: Question) => readonly Datum[] {
  const minutes = Array.from({ length: seededMinutes }, (_, index) => index);
  return ({ kpi, inputs }) =>
    Object.values(inputs).flatMap(({ metric }) =>
      minutes.flatMap((minute) => datumOf(metric, calmSamples(kpi, metric, minute), lastMinute - seededMinutes + minute)),
    );
}

/** As the catalogue of the reference platform has it; of what that does not know, half of what would be too much, or twice too little. */
function calmSamples({ target, good }: Kpi, metric: Metric<string>, minute: number): Samples | undefined {
  if (plausible[metric.namespace]?.[metric.name]) return samplesOf(metric, 'good', minute);
  const level = typeof target === 'number' ? target : 1;
  return { values: [good === 'high' ? level * 2 : level / 2], counts: [1] };
}

/** @throws a Failure `rehearsal/unexpected` */
function expectRow(comment: string, { kpi, label }: Question): void {
  const title = label === undefined ? kpi.title : `${kpi.title} (${label})`;
  const row = comment.split('\n').find((line) => line.startsWith(`| **${escapeText(title)}**`));
  if (row && !row.includes('insufficient data')) return;
  throw failure({
    code: 'rehearsal/unexpected',
    what: `The KPI ${kpi.id} ${row ? 'has no value' : 'has no row'} in the comment, though its metrics have datapoints.`,
    next: 'Compare its namespace, name and dimensions with those of the resource; the comment is in the report.',
    details: row ? [row] : comment.split('\n'),
  });
}

// The act of the KPIs: a preview that got slower, one of its metrics silent, beside an environment where all is well.
import { type Question, questionsOf } from '../../actions/kpi/questions.ts';
import { gatherSubjects, type Subject } from '../../actions/kpi/subjects.ts';
import { openTaggedResources } from '../../adapters/aws/tagged-resources.ts';
import { defaultStacksConfig } from '../../define/stacks-config.ts';
import { catalogue } from '../../kpis/index.ts';
import { type Seed, seedMetrics } from '../metrics/seed.ts';
import { done, say } from './chatops-acts.ts';
import { expectComment } from './expectations.ts';
import { act, type Play } from './play.ts';
import { developer } from './stage.ts';

const environment = 'staging';
/** Of the preview's KPIs: what is measured of it does not arrive. */
const silent = 'memory';
/** The hour that is looked at, and what the action leaves out at its end because it may not have arrived. */
const seededMs = 75 * 60_000;

export async function compareKpis(play: Play, pullRequest: number): Promise<void> {
  await act(play, 'kpi', 'Measure the preview, which got slower, beside staging', async () => {
    const datapoints = await seed(play, pullRequest);
    const words = [`KPIs of \`pr-${pullRequest}\``, '1 in breach'];
    await say(play, developer, pullRequest, '/kpi window=1h', { reactions: done, words });
    expectComment(play.stage.github, pullRequest, ['### KPIs', 'Latency', 'insufficient data', 'xychart-beta']);
    return `${datapoints} datapoints: the slower latency found, and no data called insufficient data`;
  });
}

/** @returns how many datapoints */
async function seed({ client }: Play, pullRequest: number): Promise<number> {
  const { region } = client;
  const request = { environment, pullRequest, compare: 'base', windowSeconds: 3600, keepsIssue: false } as const;
  const settings = { names: defaultStacksConfig, region };
  const { subject, environment: host } = await gatherSubjects(openTaggedResources(client), request, settings);
  const good = host ? seedsOf(host, () => 'good') : [];
  const slower = seedsOf(subject, ({ kpi }) => (kpi.id === silent ? 'silent' : 'slow'));
  const to = new Date();
  // What both have in common, such as the load balancer, is the environment's.
  return seedMetrics(client, [...good, ...slower], { from: new Date(to.getTime() - seededMs), to });
}

function seedsOf({ layers }: Subject, shapeOf: (question: Question) => Seed['shape']): readonly Seed[] {
  return layers.flatMap((layer) => {
    const { kpis, slos } = questionsOf(catalogue, layer);
    const ofKpis = kpis.flatMap((question) =>
      Object.values(question.inputs).map(({ metric }) => ({ metric, shape: shapeOf(question) })),
    );
    return [...ofKpis, ...slos.flatMap(({ bad, all }) => [bad, all].map(({ metric }) => ({ metric, shape: 'slow' as const })))];
  });
}

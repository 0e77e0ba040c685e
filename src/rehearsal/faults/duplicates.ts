// Finds what stands twice on GitHub where our bot should have made it once.
import type { ReadonlyState } from '../github/state.ts';

type Searched = Pick<ReadonlyState, 'issues' | 'comments' | 'reactions' | 'checkRuns' | 'deployments'>;

/** @returns one line for each that is one too many */
export function findDuplicates(state: Searched): readonly string[] {
  return [
    ...repeated([...state.comments.values()].flatMap(commentKey)),
    ...repeated([...state.issues.values()].flatMap(issueKey)),
    ...repeated([...state.issues.values()].flatMap(({ number, labels }) => labels.map((name) => `label ${name} of #${number}`))),
    ...repeated(
      [...state.reactions.values()].map(({ comment, author, content }) => `${content} of ${author.login} on ${comment}`),
    ),
    ...repeated([...state.checkRuns.values()].map(({ externalId, headSha }) => `check ${externalId} of ${headSha}`)),
    ...repeated([...state.deployments.values()].flatMap(deploymentKey)),
    ...[...state.deployments.values()]
      .filter(({ statuses }) => statuses.length === 0)
      .map(({ id }) => `forgotten deployment ${id}`),
  ];
}

/** What ours are for stands in their first line; those without such a line are told by their words. */
function commentKey({ issue, author, body, deletedAt }: Values<Searched['comments']>): readonly string[] {
  if (author.type !== 'Bot' || deletedAt !== undefined) return [];
  return [`comment on #${issue}: ${body.startsWith('<!-- opsdeck:') ? firstLine(body) : body}`];
}

function issueKey({ author, state, body }: Values<Searched['issues']>): readonly string[] {
  return author.type === 'Bot' && state === 'open' ? [`issue: ${firstLine(body ?? '')}`] : [];
}

/** One run makes one deployment of an environment; every status names the run. */
function deploymentKey({ environment, statuses }: Values<Searched['deployments']>): readonly string[] {
  const [first] = statuses;
  return first ? [`deployment of ${environment} by ${first.logUrl}`] : [];
}

type Values<M> = M extends ReadonlyMap<unknown, infer Value> ? Value : never;

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function repeated(keys: readonly string[]): readonly string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}

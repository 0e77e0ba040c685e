// The preview's part of the comment: what there is, why, for how long, at what cost, and what a person can do.
import type { StackLayout } from '../../define/synth-layout.ts';
import { escapeText, inlineCode } from '../comment/text.ts';
import type { Obstacle } from '../environment/hold.ts';
import { renderObstacle, renderWayOut } from '../environment/words.ts';
import type { Shape } from '../plan/preview-decision.ts';
import { relativeText } from './duration.ts';
import type { RecordedFailure } from './lease.ts';
import type { StepName, StepPosition } from './steps.ts';

export interface ShapeFacts {
  readonly shape: Shape;
  readonly reason: string;
  /** Environment whose platform shared previews stand on. */
  readonly host: string;
  readonly slot?: number;
  /** The two layers of the reference platform when left out. */
  readonly layout?: StackLayout | undefined;
}

export type PreviewView =
  | { readonly kind: 'none'; readonly reason: string }
  | { readonly kind: 'fork' }
  | {
      readonly kind: 'queued';
      readonly shape: Shape;
      readonly live: number;
      readonly maximum: number;
      readonly holders: readonly number[];
    }
  | {
      readonly kind: 'deploying';
      readonly headSha: string;
      readonly position: StepPosition;
      readonly step: StepName;
      readonly shape: ShapeFacts;
      readonly runUrl: string;
    }
  | {
      readonly kind: 'live';
      readonly url: string;
      readonly headSha: string;
      readonly shape: ShapeFacts;
      readonly expiresAt: string;
      readonly now: Date;
      /** See `costText`. */
      readonly cost?: string;
      /** Pushed meanwhile: its own run deploys it. */
      readonly supersededBy?: string;
    }
  | {
      readonly kind: 'failed';
      readonly doing: 'deploy' | 'destroy';
      readonly step: StepName;
      readonly failure: RecordedFailure;
      readonly runUrl: string;
    }
  | { readonly kind: 'superseded'; readonly headSha: string; readonly by: string }
  | {
      readonly kind: 'held';
      readonly headSha: string;
      readonly environment: string;
      readonly by: Obstacle;
      /** What is up, and stays as it is. */
      readonly up?: { readonly url: string; readonly headSha: string };
    }
  | { readonly kind: 'locked'; readonly doing: string; readonly by: string; readonly reason: string }
  | { readonly kind: 'destroyed'; readonly why: string; readonly leftovers: readonly string[]; readonly now: Date };

/** How many resources a person is shown by name. */
const shownLeftovers = 20;

export function renderPreviewSection(view: PreviewView): string {
  const { title, lines } = partsOf(view);
  return [`### Preview: ${title}`, '', ...lines].join('\n');
}

interface Parts {
  readonly title: string;
  readonly lines: readonly string[];
}

function partsOf(view: PreviewView): Parts {
  switch (view.kind) {
    case 'none':
      return { title: 'none', lines: [`There is none, because ${escapeText(view.reason)}.`] };
    case 'fork':
      return {
        title: 'none',
        lines: [
          'There is none: the pull request comes from a fork, whose code gets no credentials. A maintainer who has read it can push the commit to a branch of this repository.',
        ],
      };
    case 'queued':
      return { title: 'queued', lines: queued(view) };
    case 'deploying':
      return { title: 'deploying', lines: deploying(view) };
    case 'live':
      return { title: 'live', lines: live(view) };
    case 'failed':
      return { title: `${view.doing} failed`, lines: failed(view) };
    case 'superseded':
      return {
        title: 'superseded',
        lines: [
          `${shaText(view.headSha)} is not deployed: ${shaText(view.by)} was pushed meanwhile, and its own run deploys it.`,
        ],
      };
    case 'held':
      return { title: 'held', lines: held(view) };
    case 'locked':
      return {
        title: 'locked',
        lines: [
          `Could not ${escapeText(view.doing)}: ${escapeText(view.by)} works on the preview (${escapeText(view.reason)}). Run the job again when that has ended.`,
        ],
      };
    case 'destroyed':
      return { title: 'destroyed', lines: destroyed(view) };
    default:
      return view satisfies never;
  }
}

type View<Kind extends PreviewView['kind']> = Extract<PreviewView, { readonly kind: Kind }>;

function queued({ shape, live, maximum, holders }: View<'queued'>): readonly string[] {
  const who = holders.length > 0 ? `: ${holders.map((number) => `#${number}`).join(', ')}` : '';
  return [
    `It waits for a place: ${live} of at most ${maximum} ${shape} previews are up${who}.`,
    '',
    'A place becomes free when one of these pull requests is closed, when its preview expires, or when somebody comments `/preview destroy` on it. Push again, or comment `/preview deploy`, to try again.',
  ];
}

function deploying({ headSha, position, step, shape, runUrl }: View<'deploying'>): readonly string[] {
  const bringUp =
    shape.shape === 'isolated' && shape.layout !== 'platform' ? ['- service: planned after the platform is up.'] : [];
  return [
    `Deploying ${shaText(headSha)}: step ${position.number} of ${position.of} (${step}), [log](${runUrl}).`,
    '',
    `- ${shapeText(shape)}`,
    ...bringUp,
  ];
}

function live({ url, headSha, shape, expiresAt, now, cost, supersededBy }: View<'live'>): readonly string[] {
  const behind = supersededBy === undefined ? '' : ` ${shaText(supersededBy)} was pushed meanwhile, and is deployed next.`;
  return [
    `${url || 'It'} runs ${shaText(headSha)}.${behind}`,
    '',
    `- ${shapeText(shape)}`,
    `- Goes on ${relativeText(expiresAt, now)}, later with every push. \`/preview extend 24h\` gives it longer, \`/preview destroy\` removes it now.`,
    ...(cost ? [`- Costs ${escapeText(cost)}.`] : []),
  ];
}

function failed({ doing, step, failure, runUrl }: View<'failed'>): readonly string[] {
  return [
    `The ${doing} failed at the step ${step} ([log](${runUrl})): ${escapeText(failure.what)}`,
    '',
    `- Next: ${escapeText(failure.next)}`,
    `- ${inlineCode(failure.code)}`,
  ];
}

function held({ headSha, environment, by, up }: View<'held'>): readonly string[] {
  const stays = up ? [`- ${up.url || 'It'} still runs ${shaText(up.headSha)}.`] : [];
  return [
    `${shaText(headSha)} is not deployed. ${renderObstacle(environment, by)}`,
    '',
    ...stays,
    `- It is deployed when that has come to an end (${renderWayOut(environment, by)}) and you push, or comment \`/preview deploy\`.`,
  ];
}

function destroyed({ why, leftovers, now }: View<'destroyed'>): readonly string[] {
  const said = `Destroyed at ${now.toISOString().slice(0, 16).replace('T', ' ')} UTC, because ${escapeText(why)}.`;
  if (leftovers.length === 0) return [`${said} Nothing of it is left.`];
  const shown = leftovers.slice(0, shownLeftovers).map((arn) => `- ${inlineCode(arn)}`);
  const more = leftovers.length > shownLeftovers ? [`- and ${leftovers.length - shownLeftovers} more`] : [];
  return [
    said,
    '',
    'These carry its tags, but belong to no state, and are of kinds that are not removed by themselves. Look at them in the AWS console (Resource Groups, Tag Editor), and remove what is still there:',
    '',
    ...shown,
    ...more,
  ];
}

function shapeText({ shape, reason, host, slot, layout }: ShapeFacts): string {
  const because = `because ${escapeText(reason)}`;
  if (layout === 'platform') return `A stack of its own, ${because}.`;
  if (shape === 'isolated') return `Isolated: a small platform of its own, ${because}.`;
  const place = slot === undefined ? '' : ` (slot ${slot})`;
  return `Shared: a service of its own on the platform of ${escapeText(host)}${place}, ${because}.`;
}

function shaText(sha: string): string {
  return inlineCode(sha.slice(0, 7));
}

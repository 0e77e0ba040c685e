// A bundle of evidence: each source is gathered by itself, so that one that is denied does not take the others with it.
import { type Failure, isFailure } from '../../define/failure.ts';
import type { RunbookPlace } from '../../define/runbook.ts';
import type { RunbookPorts } from '../../ports/runbook-ports.ts';

export interface EvidenceScope {
  readonly ports: RunbookPorts;
  readonly place: RunbookPlace;
  readonly since: Date;
  readonly now: Date;
}

/** What one source has told. */
export interface Evidence {
  /** What goes into its file, as JSON. */
  readonly content: unknown;
  /** What somebody on call should see first, each a sentence without its full stop; hostile where it quotes. */
  readonly notable: readonly string[];
}

export interface EvidenceSource {
  /** Also the name of its file. */
  readonly id: string;
  readonly title: string;
  gather(scope: EvidenceScope): Promise<Evidence>;
}

export interface GatheredSource {
  readonly id: string;
  readonly title: string;
  readonly notable: readonly string[];
  readonly content: unknown;
  /** Why there is none. */
  readonly denied?: string;
}

/** @throws what is no refusal of AWS, and the refusal itself where every source is refused: an empty bundle helps nobody */
export async function gatherBundle(scope: EvidenceScope, sources: readonly EvidenceSource[]): Promise<readonly GatheredSource[]> {
  const refusals: unknown[] = [];
  const gathered = await Promise.all(
    sources.map(async ({ id, title, gather }): Promise<GatheredSource> => {
      try {
        return { id, title, ...(await gather(scope)) };
      } catch (error) {
        if (!isRefusal(error)) throw error;
        refusals.push(error);
        const { code, message, next } = error;
        return { id, title, notable: [], content: { notRead: { code, what: message, next } }, denied: `${message} ${next}` };
      }
    }),
  );
  if (refusals.length === sources.length) throw refusals[0];
  return gathered;
}

/** A call that the runbook does not declare is a mistake of ours, and nobody's refusal. */
function isRefusal(error: unknown): error is Failure {
  return isFailure(error) && !error.code.startsWith('runbook/');
}

export function fileOf({ id }: { readonly id: string }): string {
  return `${id}.json`;
}

/** At most so many of one kind are told; the file has all. */
const mostNotable = 8;
const longestQuote = 300;

export function renderSummary(scope: EvidenceScope, gathered: readonly GatheredSource[]): string {
  const { place, since, now } = scope;
  const loud = gathered.filter(({ notable }) => notable.length > 0);
  const denied = gathered.filter((source) => source.denied !== undefined);
  return [
    `# Diagnostics of ${place.environment}`,
    '',
    `${since.toISOString()} to ${now.toISOString()}, region ${place.region}. What looks like a secret is blacked out.`,
    '',
    '## What stands out',
    '',
    ...(loud.length === 0 ? ['Nothing: all that was read looks as it should.', ''] : loud.flatMap(notableLines)),
    ...(denied.length === 0 ? [] : ['## What could not be read', '', ...denied.map(deniedLine), '']),
    '## Files',
    '',
    ...gathered.map((source) => `- \`${fileOf(source)}\`: ${source.title}`),
    '',
  ].join('\n');
}

function notableLines({ title, notable }: GatheredSource): readonly string[] {
  const more = notable.length - mostNotable;
  const lines = notable.slice(0, mostNotable).map((each) => `- ${plain(each)}`);
  return [`### ${title}`, '', ...lines, ...(more > 0 ? [`- ... and ${more} more`] : []), ''];
}

function deniedLine({ title, denied = '' }: GatheredSource): string {
  return `- ${title}: ${plain(denied)}`;
}

/** On one line, and without meaning to Markdown or HTML: logs say what users sent. */
function plain(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const short = line.length > longestQuote ? `${line.slice(0, longestQuote - 1)}…` : line;
  return short.replaceAll(/[\\`*_[\]<>#|~@]/g, '\\$&');
}

// Writes what a release brings, for people: what breaks first, then what is new, mended, faster.
import type { Change } from './commits.ts';

const sections: readonly (readonly [type: string, title: string])[] = [
  ['feat', 'New'],
  ['fix', 'Mended'],
  ['perf', 'Faster'],
  ['revert', 'Taken back'],
];

/** Not told: what nobody who uses it notices. */
const silent = /^(?:build|chore|ci|docs|refactor|style|test)$/;

export interface Release {
  readonly version: string;
  /** `2027-01-31` */
  readonly date: string;
  readonly changes: readonly Change[];
}

export function renderChangelog({ version, date, changes }: Release): string {
  const breaking = changes.filter((change) => change.breaking !== undefined);
  const others = changes.filter(({ type }) => !silent.test(type) && !sections.some(([known]) => known === type));
  const parts = [
    ...section('What you have to change', breaking, ({ breaking: words = '' }) => words),
    ...sections.flatMap(([type, title]) =>
      section(
        title,
        changes.filter((change) => change.type === type),
      ),
    ),
    ...section('Other changes', others),
  ];
  const body = parts.length === 0 ? ['', 'Nothing that you would notice.'] : parts;
  return `${[`## ${version} (${date})`, ...body].join('\n')}\n`;
}

function section(
  title: string,
  changes: readonly Change[],
  wordsOf: (change: Change) => string = ({ subject }) => subject,
): readonly string[] {
  if (changes.length === 0) return [];
  const lines = changes.map((change) => {
    const scope = change.scope ? `**${asText(change.scope)}:** ` : '';
    return `- ${scope}${asText(wordsOf(change))} (${change.sha.slice(0, 7)})`;
  });
  return ['', `### ${title}`, '', ...lines];
}

/** Anybody whose commit was merged has written it: no markup, nobody mentioned, nothing hidden. */
function asText(words: string): string {
  return words
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/[\\`*_{}[\]<>|~$&]/g, '\\$&')
    .replaceAll('@', '`@`')
    .trim();
}

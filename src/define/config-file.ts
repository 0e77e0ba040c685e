// `.github/opsdeck.json`: one file, of which each part of Opsdeck reads a section of its own, and takes nothing that it cannot read.
import { type Failure, failure } from './failure.ts';
import { cutMiddle } from './text.ts';

export const configPath = '.github/opsdeck.json';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Who reads a section, and what follows for them when it cannot be read. */
export interface SectionReader {
  /** `gameDays` */
  readonly section: string;
  /** Of the failure: `game-day/config`. */
  readonly code: Failure['code'];
  /** `The configuration of game days` */
  readonly subject: string;
  /** `no game day begins` */
  readonly untilThen: string;
}

/**
 * @param content of the file, as JSON
 * @returns nothing where the file has no such section
 * @throws a Failure with the reader's code: what cannot be read may have forbidden something
 */
export function readSection(content: string, reader: SectionReader): JsonObject | undefined {
  const file = parseJson(content, reader);
  if (!isJsonObject(file)) throw unusable(reader, ['the file: expected an object']);
  const section = file[reader.section];
  if (section === undefined) return undefined;
  if (!isJsonObject(section)) throw unusable(reader, [`${reader.section}: expected an object`]);
  return section;
}

function parseJson(content: string, reader: SectionReader): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw unusable(reader, [error instanceof Error ? error.message : String(error)]);
  }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys that nobody reads are typos, and a typo may be a rule that somebody relies on. */
export function unknownKeys(value: unknown, known: readonly string[], at = ''): readonly string[] {
  if (!isJsonObject(value)) return [];
  const unknown = Object.keys(value).filter((key) => !known.includes(key));
  return unknown.map((key) => `${at}${JSON.stringify(key)}: expected ${known.join(', ')}`);
}

/** Of a problem, which may quote a key of any length: it has to fit into a reply. */
const longestProblem = 300;

export function unusable({ code, subject, untilThen }: SectionReader, found: readonly string[]): Failure {
  const problems = found.map((problem) => cutMiddle(problem, longestProblem));
  return failure({
    code,
    what: `${subject} cannot be used: ${problems.slice(0, 3).join('; ')}.`,
    next: `Correct ${configPath} on the default branch; until then ${untilThen}.`,
    details: problems,
  });
}

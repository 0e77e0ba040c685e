// Parses the files by which a step talks to the runner: GITHUB_ENV, GITHUB_OUTPUT, GITHUB_STATE, GITHUB_PATH.

export type Pairs = readonly (readonly [name: string, value: string])[];

/**
 * `NAME=value` lines and `NAME<<DELIMITER` blocks.
 *
 * @throws an Error with GitHub's own words for what it refuses
 */
export function parsePairs(text: string): Pairs {
  const pairs: (readonly [string, string])[] = [];
  const lines = text.split('\n');
  // The text after the last line break is a line only when there is any.
  if (lines.at(-1) === '') lines.pop();
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as string;
    if (line === '') continue;
    const block = blockStart(line);
    if (block === undefined) {
      pairs.push(parseLine(line));
      continue;
    }
    const end = lines.indexOf(block.delimiter, index + 1);
    if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${block.delimiter}'`);
    pairs.push([block.name, lines.slice(index + 1, end).join('\n')]);
    index = end;
  }
  return pairs;
}

function blockStart(line: string): { readonly name: string; readonly delimiter: string } | undefined {
  const at = line.indexOf('<<');
  const equals = line.indexOf('=');
  if (at < 0 || (equals >= 0 && equals < at)) return undefined;
  const [name, delimiter] = [line.slice(0, at), line.slice(at + 2)];
  if (name === '' || delimiter === '') {
    throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
  }
  return { name, delimiter };
}

function parseLine(line: string): readonly [string, string] {
  const equals = line.indexOf('=');
  if (equals < 0) throw new Error(`Invalid format '${line}'`);
  if (equals === 0) throw new Error(`Invalid format '${line}'. Name must not be empty`);
  return [line.slice(0, equals), line.slice(equals + 1)];
}

export function parsePaths(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line !== '');
}

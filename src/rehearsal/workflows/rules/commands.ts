// Parses workflow commands: lines such as `::error file=app.js,line=1::Missing semicolon`.

export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
export const knownCommands: readonly string[] = [
  ...['add-mask', 'add-matcher', 'remove-matcher', 'add-path', 'debug', 'echo', 'endgroup', 'error', 'group', 'notice'],
  ...['save-state', 'set-env', 'set-output', 'stop-commands', 'warning'],
];

/** undefined for a line that is none of these commands. */
export function parseCommand(line: string, names: readonly string[] = knownCommands): Command | undefined {
  const [, info, data] = /^\s*::(.*?)::(.*)$/s.exec(line) ?? [];
  if (info === undefined || data === undefined) return undefined;
  const space = info.indexOf(' ');
  const name = (space < 0 ? info : info.slice(0, space)).toLowerCase();
  if (!names.some((known) => known.toLowerCase() === name)) return undefined;
  return { name, properties: space < 0 ? {} : parseProperties(info.slice(space + 1)), data: unescapeData(data) };
}

function parseProperties(text: string): Readonly<Record<string, string>> {
  const pairs = text
    .trim()
    .split(',')
    .filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), unescapeProperty(pair.slice(at + 1))];
    }),
  );
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}

// Comments of a megabyte, sixteen times what GitHub takes, in the shapes that cost the parser most.
const megabyte = 1_000_000;

function of(unit: string): string {
  return unit.repeat(Math.ceil(megabyte / unit.length));
}

export const megabytes: Readonly<Record<string, string>> = {
  'one long line': of('x'),
  'prose with a command behind it': `${of('Some words about it, and/or not.\n')}\n/plan`,
  'nearly commands': of('/plam\n'),
  'other slashes': of('/x\n'),
  commands: of('/plan\n'),
  'commands behind carriage returns': of('/plan\r'),
  'fenced code': `${of('```\n/plan\n```\n')}\n/plan`,
  'HTML comments': `${of('<!--\n/plan\n-->\n')}\n/plan`,
  quotes: `${of('> /plan\n')}\n/plan`,
  backticks: `/plan\n${of('`a')}\n/plan`,
  'list items': `${of('- a\n')}\n/plan`,
  'nested lists': `${of('- ')}\n\n/plan`,
  arguments: `/plan ${of('a=b ')}`,
  'a quoted argument': `/lock reason="${of('x')}"`,
};

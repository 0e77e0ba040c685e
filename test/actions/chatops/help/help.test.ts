// What people get to read about commands.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commands } from '../../../../src/actions/chatops/commands/index.ts';
import { renderCommandsDocument } from '../../../../src/actions/chatops/help/commands-document.ts';
import { renderHelp } from '../../../../src/actions/chatops/help/render-help.ts';
import { renderRunbooks } from '../../../../src/actions/chatops/help/render-runbooks.ts';
import { usageOf } from '../../../../src/actions/chatops/help/usage.ts';
import { allowedFlags, whoMay } from '../../../../src/actions/chatops/help/who-may.ts';
import { type CommandDefinition, command, repositoryRoles } from '../../../../src/define/command.ts';
import type { Runbook } from '../../../../src/runbooks/asking.ts';
import { runbooks } from '../../../../src/runbooks/index.ts';
import { anyCharacter } from '../../../support/any-character.ts';
import { runbookCommand, runbookList } from '../support/runbooks.ts';

const everything = command({
  name: 'drill run',
  about: 'Practise',
  details: 'It is safe.',
  examples: ['/drill run zone'],
  arguments: {
    what: { kind: 'choice', form: 'word', required: true, choices: ['zone', 'node'], about: 'What fails' },
    how: { kind: 'choice', form: 'pair', choices: ['slow', 'fast'], about: 'How' },
    plan: { kind: 'digest', form: 'pair', required: true, about: 'The plan' },
    why: { kind: 'text', form: 'pair', mostCharacters: 10, about: 'Why' },
    window: { kind: 'duration', form: 'pair', mostSeconds: 3600, default: '15m', about: 'When' },
    force: { kind: 'flag', form: 'flag', about: 'All the same' },
  },
  permission: 'write',
  flagPermissions: { force: 'admin' },
  mutates: true,
  needsTerraformJson: true,
  job: 'apply',
});

function named(name: string): CommandDefinition {
  return commands.find((definition) => definition.name === name) ?? everything;
}

test('a usage tells what must be given, what may be left out, and what then holds', () => {
  expect(usageOf(everything)).toBe('/drill run <zone|node> [how=slow|fast] plan=<digest> [why="…"] [window=15m] [--force]');
  expect(usageOf(named('preview extend'))).toBe('/preview extend <duration>');
  expect(usageOf(named('lock'))).toBe('/lock [environment] reason="…" [for=8h]');
});

describe('who may', () => {
  test('is the least role, and that of each flag', () => {
    expect(whoMay(everything)).toBe('write and above; `--force`: admin');
    expect(whoMay(named('help'))).toBe('read and above');
  });

  test('is by role the flags that it has, or nothing', () => {
    expect(repositoryRoles.map((role) => allowedFlags(everything, role))).toEqual([
      undefined,
      undefined,
      undefined,
      [],
      [],
      ['force'],
    ]);
  });
});

describe('the reply to /help', () => {
  test('is a table', () => {
    expect(renderHelp([everything, named('plan')])).toMatchInlineSnapshot(`
"| command | what it does | who may |
| --- | --- | --- |
| \`/drill run <zone\\|node> [how=slow\\|fast] plan=<digest> [why="…"] [window=15m] [--force]\` | Practise | write and above; \`--force\`: admin |
| \`/plan [environment]\` | Plan the pull request again and update its comment | write and above |

A command is a line of its own in a new comment; code and quotes do not count. \`/help <command>\` tells more."
`);
  });

  test('has a row for every command', () => {
    const table = renderHelp(commands);
    // A choice has bars of its own, which would end a cell.
    const cellOf = (definition: (typeof commands)[number]) => usageOf(definition).replaceAll('|', '\\|');
    for (const definition of commands) expect(table).toContain(`| \`${cellOf(definition)}\` | ${definition.about} |`);
  });

  test('about one command is all about it', () => {
    expect(renderHelp([everything, named('plan')], 'drill run')).toMatchInlineSnapshot(`
"### \`/drill run\`

\`\`\`
/drill run <zone|node> [how=slow|fast] plan=<digest> [why="…"] [window=15m] [--force]
\`\`\`

Practise. It is safe.

| argument | what | has to be | if left out |
| --- | --- | --- | --- |
| \`what\` | What fails | one of \`zone\`, \`node\` | **required** |
| \`how\` | How | one of \`slow\`, \`fast\` |  |
| \`plan\` | The plan | the digest of a plan (12 to 64 of 0-9 and a-f) | **required** |
| \`why\` | Why | a text of at most 10 characters |  |
| \`window\` | When | a duration such as \`90m\`, \`24h\` or \`3d\`, at most 1 hour | \`15m\` |
| \`--force\` | All the same | a flag |  |

- **Who may:** write and above; \`--force\`: admin.
- **Where:** on pull requests.
- **Starts:** the job \`apply\`, in the GitHub environment \`deploy\`, with the reviewers and the branches which that asks for.
- Only while the pull request is open, and for the commit that was its latest when the command was given.
- Needs the Terraform JSON that the workflow of the pull request made of that commit.

\`\`\`
/drill run zone
\`\`\`"
`);
  });

  test('about the first word of several is about all of them', () => {
    expect(renderHelp(commands, 'preview').match(/^### .*$/gm)).toEqual([
      '### `/preview deploy`',
      '### `/preview destroy`',
      '### `/preview extend`',
      '### `/preview status`',
    ]);
  });

  test('about nothing that there is, is the table, and what was asked for stays code', () => {
    const [first] = renderHelp(commands, '`@everyone`\n# me').split('\n');
    expect(first).toBe('There is no command `` `@everyone`\\n# me ``. These are:');
  });

  test('about anything never gets out of its code', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (topic) => {
        const [first = ''] = renderHelp([named('plan')], `no ${topic}`).split('\n');
        expect(first).toMatch(
          /^There is no command (`+)[^\n]*[^`]\1\. These are:$|^There is no command (`+) [^\n]* \2\. These are:$/,
        );
      }),
    );
  });
});

describe('runbooks', () => {
  const definition = runbookCommand(runbookList);

  test('of a command that takes them: pairs that each of them asks for, and who may run which', () => {
    expect(usageOf(definition)).toBe(
      '/runbook run <ecs-scale|aurora-failover> [environment=<environment>] [<input>=<value> …] [reason="…"]',
    );
    expect(whoMay(definition)).toBe('write and above; some: maintain and above');
    expect(renderHelp([definition], 'runbook run')).toMatchInlineSnapshot(`
"### \`/runbook run\`

\`\`\`
/runbook run <ecs-scale|aurora-failover> [environment=<environment>] [<input>=<value> …] [reason="…"]
\`\`\`

Run a runbook.

| argument | what | has to be | if left out |
| --- | --- | --- | --- |
| \`runbook\` | Which runbook | one of \`ecs-scale\`, \`aurora-failover\` | **required** |
| \`environment\` | Where | the name of an environment (2 to 12 lower case letters, digits, single hyphens) |  |
| others | What the runbook asks for | \`key=value\` pairs; \`/runbook list <runbook>\` tells which |  |
| \`reason\` | Why | a text of at most 200 characters |  |

- **Who may:** write and above; some: maintain and above.
  - maintain and above: \`aurora-failover\`
- **Where:** on issues and pull requests.
- **Starts:** the job \`runbook\`, in the GitHub environment \`ops\`; what is of high risk, in \`ops-approval\`, with the reviewers which that asks for.
- Only while the issue or pull request is open; on a pull request, for the commit that was its latest when the command was given."
`);
  });

  test('of many, the usage names none: it is one line', () => {
    const many = Array.from({ length: 20 }, (_, at) => ({ ...(runbookList[1] as Runbook), id: `runbook-${at}` }));
    expect(usageOf(runbookCommand(many))).toMatch(/^\/runbook run <runbook> /);
  });

  test('are listed', () => {
    expect(renderRunbooks(runbookList)).toMatchInlineSnapshot(`
"| runbook | what it does | risk | who may run it | answers |
| --- | --- | --- | --- | --- |
| \`ecs-scale\` | Do ecs-scale | low | write and above | \`errors\` |
| \`aurora-failover\` | Do aurora-failover | high | maintain and above | \`errors\` |

\`/runbook list <runbook>\` tells what one asks for, \`/runbook plan <runbook>\` what it would change now."
`);
  });

  test('are told one by one with what they ask for', () => {
    expect(renderRunbooks(runbookList, 'ecs-scale')).toMatchInlineSnapshot(`
"### \`ecs-scale\`: Do ecs-scale

It does ecs-scale.

- When it is needed.

| input | what | for example | if left out |
| --- | --- | --- | --- |
| \`desired\` | Tasks that it is to have | \`12\` | **required** |
| \`until\` | For how long | \`2h\` |  |
| \`allow-fewer\` | Whether there may be fewer | \`true\` | \`false\` |

Risk low: it can be undone, and users do not notice. Who may run it: write and above.

\`\`\`
/runbook plan ecs-scale desired=12
/runbook run ecs-scale desired=12
\`\`\`"
`);
    expect(renderRunbooks(runbookList, 'aurora-failover')).toContain('It asks for nothing.');
  });

  test('that are there have whole tables', () => {
    for (const text of [renderRunbooks(runbooks), ...runbooks.map(({ id }) => renderRunbooks(runbooks, id))]) {
      const rows = text.split('\n').filter((line) => line.startsWith('|'));
      expect(new Set(rows.map((row) => row.split(/(?<!\\)\|/).length)).size).toBeLessThanOrEqual(1);
    }
  });
});

describe('the documentation', () => {
  const document = renderCommandsDocument(commands);

  test('has a section for every command', () => {
    const sections = document.match(/^## \/.*$/gm);
    expect(sections).toEqual(commands.map(({ name }) => `## /${name}`));
  });

  test('ends with who may what', () => {
    expect(document.slice(document.indexOf('## Who may what'))).toMatchInlineSnapshot(`
"## Who may what

The role is the comment's author's in the repository, as GitHub's API tells it; a custom role counts as the one that it is based on.

|  | read | triage | write | maintain | admin |
| --- | --- | --- | --- | --- | --- |
| \`/ack\` | - | - | yes | yes | yes |
| \`/apply\` | - | - | - | yes | yes |
| \`/cancel\` | - | - | yes | yes | yes |
| \`/game-day abort\` | - | - | yes | yes, \`--all\` | yes, \`--all\` |
| \`/game-day plan\` | - | - | yes | yes | yes |
| \`/game-day run\` | - | - | - | yes | yes |
| \`/help\` | yes | yes | yes | yes | yes |
| \`/kpi\` | - | yes | yes | yes | yes |
| \`/lock\` | - | - | yes | yes | yes |
| \`/plan\` | - | - | yes | yes | yes |
| \`/preview deploy\` | - | - | yes | yes | yes |
| \`/preview destroy\` | - | - | yes | yes | yes |
| \`/preview extend\` | - | - | yes | yes | yes |
| \`/preview status\` | - | yes | yes | yes | yes |
| \`/rollback\` | - | - | - | yes | yes |
| \`/runbook list\` | - | - | yes | yes | yes |
| \`/runbook plan\` | - | - | yes | yes | yes |
| \`/runbook resume\` | - | - | - | yes | yes |
| \`/runbook run\` | - | - | yes, but not all | yes | yes |
| \`/status\` | - | yes | yes | yes | yes |
| \`/unlock\` | - | - | yes | yes, \`--force\` | yes, \`--force\` |

\`.github/opsdeck.json\` on the default branch can ask for another role, and can limit a command to users, teams and custom roles; of a single runbook under its own name, \`"runbook run aurora-failover"\`: there both have to hold, what is said of the command and what is said of the runbook.
"
`);
  });

  test('has whole tables: arguments have four columns, who may what six', () => {
    const rows = document.split('\n').filter((line) => line.startsWith('|'));
    const cells = rows.map((row) => row.split(/(?<!\\)\|/).length);
    expect(rows.length).toBeGreaterThan(20);
    expect(new Set(cells)).toEqual(new Set([6, 8]));
  });
});

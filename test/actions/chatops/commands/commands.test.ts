// The catalogue of commands: its folder, its index, and what every definition has to hold.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { commands } from '../../../../src/actions/chatops/commands/index.ts';
import { usageOf } from '../../../../src/actions/chatops/help/usage.ts';
import { parseComment } from '../../../../src/actions/chatops/language/parse-comment.ts';
import { isInputName } from '../../../../src/actions/chatops/language/runbook-pairs.ts';
import { isGood, isValued } from '../../../../src/actions/chatops/language/values.ts';
import { type CommandDefinition, isAtLeast, repositoryRoles } from '../../../../src/define/command.ts';
import { runbooks } from '../../../../src/runbooks/index.ts';

const folder = resolve('src/actions/chatops/commands');
const files = readdirSync(folder)
  .filter((file) => file !== 'index.ts')
  .sort();

describe('the folder', () => {
  test.each(files)('%s exports the command that it is called after, and the index has it', async (file) => {
    const exported = Object.entries<CommandDefinition>(await import(`${folder}/${file}`));
    expect(exported.map(([, { name }]) => `${name.replaceAll(' ', '-')}.ts`)).toEqual([file]);
    const [constant, definition] = exported[0] ?? [];
    expect(constant).toBe(definition?.name.replaceAll(/[ -](\w)/g, (_, letter: string) => letter.toUpperCase()));
    expect(commands).toContain(definition);
  });

  test('has one file a command, in the order of the index', () => {
    expect(commands.map(({ name }) => `${name.replaceAll(' ', '-')}.ts`)).toEqual(files);
  });
});

test('the commands, how they are written, and who may give them', () => {
  const rows = commands.map((definition) => {
    const { permission, flagPermissions, job, mutates, needsTerraformJson, on = '' } = definition;
    const marks = [on, mutates && 'mutates', needsTerraformJson && 'JSON', flagPermissions && JSON.stringify(flagPermissions)];
    return [usageOf(definition), permission, job, ...marks.filter(Boolean)].join(' · ');
  });
  expect(`\n${rows.join('\n')}\n`).toMatchInlineSnapshot(`
"
/ack · write · runbook · incident · mutates
/apply plan=<digest> · maintain · apply · mutates · JSON
/cancel · write · cancel · mutates
/game-day abort [environment] [--all] · write · game-day · both · {"all":"maintain"}
/game-day plan <aurora-failover|az-failure|kinesis-throttle|redis-az-power|task-loss> [zone=a|b|c] [environment=<environment>] · write · game-day · both
/game-day run <aurora-failover|az-failure|kinesis-throttle|redis-az-power|task-loss> [zone=a|b|c] [environment=<environment>] · maintain · game-day · both · mutates
/help [command] · read · reply · both
/kpi [window=1h] [compare=main] [environment=<environment>] · triage · kpi · both
/lock [environment] reason="…" [for=8h] · write · environment · both · mutates
/plan [environment] · write · plan · JSON
/preview deploy · write · deploy-preview · mutates · JSON
/preview destroy · write · preview · mutates
/preview extend <duration> · write · preview · mutates
/preview status · triage · preview
/rollback [environment] reason="…" · maintain · rollback · both · mutates
/runbook list [runbook] · write · reply · both
/runbook plan <runbook> [environment=<environment>] [<input>=<value> …] · write · runbook · both
/runbook resume <target> [environment=<environment>] [--undo] [--accept] [reason="…"] · maintain · runbook · both
/runbook run <runbook> [environment=<environment>] [<input>=<value> …] [reason="…"] · write · runbook · both · mutates
/status · triage · environment · both
/unlock [environment] [--force] · write · environment · both · mutates · {"force":"maintain"}
"
`);
});

describe.each(commands.map((definition) => [definition.name, definition] as const))('/%s', (name, definition) => {
  const { about, examples = [], flagPermissions = {}, permission } = definition;
  const entries = Object.entries(definition.arguments);

  test('has a name of one or two lower case words', () => {
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*(?: [a-z]+(?:-[a-z]+)*)?$/);
  });

  test('says what it does in one line without a full stop', () => {
    expect(about).toMatch(/^[A-Z][^\n]*[^.\n]$/);
  });

  test('has examples that are that command', () => {
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      expect(parseComment(example, commands)).toMatchObject({ kind: 'commands', commands: [{ name }] });
    }
  });

  test('has defaults that are good, and nothing behind a word that may be left out but must be given', () => {
    for (const [, argument] of entries) {
      if (isValued(argument) && argument.default !== undefined) expect(isGood(argument, argument.default, commands)).toBe(true);
    }
    const words = entries.flatMap(([, argument]) => (argument.form === 'word' ? [argument.required === true] : []));
    expect(words).toEqual([...words].sort((one, other) => Number(other) - Number(one)));
  });

  test('asks by argument only for roles of choices that there are', () => {
    for (const [argument, byValue] of Object.entries(definition.argumentPermissions ?? {})) {
      expect(definition.arguments).toHaveProperty([argument, 'choices'], Object.keys(byValue));
    }
  });

  test('asks with flags for more than without, and only for flags that there are', () => {
    for (const [flag, role] of Object.entries(flagPermissions)) {
      expect(definition.arguments).toHaveProperty([flag, 'kind'], 'flag');
      expect(repositoryRoles.indexOf(role)).toBeGreaterThan(repositoryRoles.indexOf(permission));
    }
  });
});

describe('runbooks and their commands', () => {
  test.each(runbooks.map((runbook) => [runbook.id, runbook] as const))(
    '%s has no input that the commands take',
    (_id, { inputs }) => {
      const own = commands.filter(({ job }) => job === 'runbook').flatMap((definition) => Object.keys(definition.arguments));
      expect(Object.keys(inputs).filter((name) => own.includes(name) || !isInputName(name))).toEqual([]);
    },
  );

  test('whoever may resume one may run any', () => {
    const resume = commands.find(({ name }) => name === 'runbook resume');
    const least = runbooks.filter(({ permission }) => !isAtLeast(resume?.permission ?? 'none', permission));
    expect(least.map(({ id }) => id)).toEqual([]);
  });
});

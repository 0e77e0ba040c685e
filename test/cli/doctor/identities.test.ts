// The doctor's table of environments against what there really is: the workflows, and the roles of the bootstrap stack.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { environmentsOf } from '../../../src/cli/doctor/identities.ts';
import { environmentRules, roleNames, variableRules } from '../../../src/define/github-settings.ts';
import { partNames, partsOf, partWorkflows, workflowNames } from '../../../src/define/parts.ts';
import { ciRoles } from '../../../src/stacks/bootstrap/ci-permissions.ts';

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly environment?: string }>>;
}

const folder = '.github/workflows';
/** What every repository has; this one also builds and releases itself. */
const own = ['build.yml', 'release.yml'];
const names = readdirSync(folder).filter((name) => !own.includes(name));
const texts = names.map((name) => readFileSync(`${folder}/${name}`, 'utf8'));

describe('the table of environments', () => {
  test('has those that the workflows use, and no other', () => {
    const expressions = texts.flatMap((text) =>
      Object.values((parse(text) as Workflow).jobs).flatMap(({ environment }) => environment ?? []),
    );
    // Of an expression, the words that it can come to.
    const used = expressions.flatMap((each) => (each.includes('${{') ? lastWordsOf(each) : [each]));
    expect([...new Set(used)].sort()).toEqual(environmentRules.map(({ name }) => name).sort());
  });

  test('has the roles of the bootstrap stack', () => {
    expect([...roleNames]).toEqual([...ciRoles]);
    expect(environmentsOf('ops')).toEqual(['ops', 'ops-approval']);
  });

  test('has the variables that the workflows read', () => {
    const read = texts.flatMap((text) => [...text.matchAll(/\bvars\.([A-Z_]+)/g)].map(([, name = '']) => name));
    expect([...new Set(read)].sort()).toEqual(variableRules.map(({ name }) => name).sort());
  });

  test('is about every workflow that there is', () => {
    expect(names.map((name) => name.replace(/\.yml$/, '')).sort()).toEqual([...workflowNames].sort());
  });
});

describe('the parts of a repository', () => {
  const named = (...files: readonly string[]) => files.map((name) => ({ name, text: '' }));

  test.each(partNames)('%s is known by any of its workflows', (part) => {
    for (const workflow of partWorkflows[part]) expect(partsOf(named(`${workflow}.yml`, 'build.yml'))).toEqual([part]);
  });

  test('are known by the jobs of their commands, too', () => {
    const commands = { name: 'chatops-command.yml', text: 'jobs:\n  plan:\n    name: plan\n  runbook:\n    name: runbook\n' };
    expect(partsOf([commands])).toEqual(['ChatOps', 'Runbooks']);
  });

  test('are none where nothing is ours', () => expect(partsOf(named('build.yml'))).toEqual([]));
});

/** `a && 'x' || 'y'`: what stands behind the last condition. */
function lastWordsOf(expression: string): readonly string[] {
  const [, one = '', other = ''] = /&& '([a-z-]+)' \|\| '([a-z-]+)' \}\}$/.exec(expression) ?? [];
  return [one, other];
}

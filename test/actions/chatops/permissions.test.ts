// Who may give which command: every command, every role, every kind of author, as docs/commands.md says.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { commands } from '../../../src/actions/chatops/commands/index.ts';
import { readCommentEvent } from '../../../src/actions/chatops/event.ts';
import { passComment } from '../../../src/actions/chatops/gate.ts';
import { renderCommand } from '../../../src/actions/chatops/language/render-command.ts';
import {
  type ArgumentDefinition,
  type CommandDefinition,
  type RepositoryRole,
  repositoryRoles,
} from '../../../src/define/command.ts';
import { commentedAt, commentOf, commentOnIssue, head, openScene, runOf, type Scene } from './support/github.ts';

const authors = ['member', 'member on an issue', 'outside collaborator', 'author of a fork', 'bot'] as const;
type Author = (typeof authors)[number];

const fork = { isFork: true, headRepository: 'eve/platform' };
const approved = [{ login: 'ada', state: 'approved', commitSha: head, submittedAt: '2026-11-22T09:55:00Z' }] as const;

/** A member and an outside collaborator differ in nothing but how they got their role. */
const scenes: Readonly<Record<Author, Partial<Scene>>> = {
  member: {},
  'member on an issue': {},
  'outside collaborator': {},
  'author of a fork': { pullRequest: fork, runs: [runOf({ headRepository: 'eve/platform' })], reviews: approved },
  bot: {},
};

const values: Readonly<Record<Exclude<ArgumentDefinition['kind'], 'choice' | 'inputs'>, string>> = {
  text: 'because of it',
  environment: 'staging',
  duration: '2h',
  digest: '3f9c0a71b2de',
  command: 'plan',
  name: 'service',
  flag: '',
};

/** With all that it needs. */
function written(definition: CommandDefinition): string {
  const needed = Object.entries(definition.arguments).flatMap(([name, each]) => {
    const isNeeded = each.kind === 'inputs' || ('required' in each && each.required);
    const word = isNeeded ? wordFor(each) : undefined;
    return word === undefined ? [] : [[name, word] as const];
  });
  return renderCommand({ name: definition.name, arguments: Object.fromEntries(needed) }, definition);
}

/** Always the first choice: a runbook is the first of all, with what it asks for. */
function wordFor(argument: ArgumentDefinition): string | undefined {
  if (argument.kind === 'choice') return argument.choices[0];
  if (argument.kind !== 'inputs') return values[argument.kind];
  const inputs = Object.entries(Object.values(argument.inputs)[0] ?? {});
  const texts = inputs.flatMap(([name, { example, optional }]) => (optional ? [] : [[name, example] as const]));
  return texts.length === 0 ? undefined : JSON.stringify(Object.fromEntries(texts));
}

/** Of the command, and of the first choice where that asks for more. */
function leastOf({ permission, argumentPermissions = {}, arguments: all }: CommandDefinition): number {
  const more = Object.entries(argumentPermissions).map(([name, byValue]) => {
    const argument = all[name];
    return byValue[(argument?.kind === 'choice' && argument.choices[0]) || ''] ?? 'none';
  });
  return Math.max(...[permission, ...more].map(rank));
}

async function outcomeOf(definition: CommandDefinition, role: RepositoryRole, author: Author): Promise<string> {
  const body = written(definition);
  const isOnIssue = definition.on === 'incident' || author === 'member on an issue';
  const payload = {
    action: 'created',
    issue: isOnIssue ? { number: 8 } : { number: 7, pull_request: {} },
    comment: {
      id: 900,
      body,
      created_at: commentedAt,
      html_url: 'https://github.test/c',
      user: { login: 'ada', type: author === 'bot' ? 'Bot' : 'User' },
    },
  };
  if (readCommentEvent('issue_comment', payload).kind === 'ignored') return 'ignored';
  const comment = isOnIssue ? commentOnIssue(body) : commentOf(body);
  const { kind } = await passComment(openScene({ ...scenes[author], role }), comment);
  return kind === 'refused' ? 'refused' : 'allowed';
}

function rank(role: RepositoryRole): number {
  return repositoryRoles.indexOf(role);
}

function expectedOf(definition: CommandDefinition, role: RepositoryRole, author: Author): string {
  if (author === 'bot') return 'ignored';
  const { on = 'pull-request', mutates, needsTerraformJson } = definition;
  if (author === 'member on an issue' && on === 'pull-request') return 'refused';
  const touches = (mutates || needsTerraformJson) && on !== 'incident';
  const least = Math.max(leastOf(definition), author === 'author of a fork' && touches ? rank('maintain') : 0);
  return rank(role) >= least ? 'allowed' : 'refused';
}

describe.each(commands.map((definition) => [definition.name, definition] as const))('/%s', (_name, definition) => {
  test.each(repositoryRoles.flatMap((role) => authors.map((author) => [role, author] as const)))(
    'of a person with the role %s: %s',
    async (role, author) => {
      expect(await outcomeOf(definition, role, author)).toBe(expectedOf(definition, role, author));
    },
  );

  test('is documented as it is', () => {
    const row = documented().get(definition.name);
    const roles = repositoryRoles.filter((role) => role !== 'none');
    expect(row).toEqual(Object.fromEntries(roles.map((role) => [role, rank(role) >= rank(definition.permission)])));
  });
});

/** The matrix at the end of docs/commands.md. */
function documented(): ReadonlyMap<string, Readonly<Record<string, boolean>>> {
  const lines = readFileSync('docs/commands.md', 'utf8').split('\n');
  const cells = (line: string): readonly string[] =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const header = lines.findLastIndex((line) => cells(line).includes('triage'));
  const roles = cells(lines[header] ?? '').slice(1);
  const rows = lines.slice(header + 2).filter((line) => line.startsWith('| `/'));
  return new Map(
    rows.map((line) => {
      const [name = '', ...marks] = cells(line);
      return [name.replaceAll(/[`/]/g, ''), Object.fromEntries(roles.map((role, at) => [role, /^yes/.test(marks[at] ?? '')]))];
    }),
  );
}

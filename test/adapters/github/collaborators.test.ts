// Who may do what: asked of GitHub, in doubt nothing.
import { describe, expect, test } from '@jest/globals';
import { everything } from '../../rehearsal/github/support.ts';
import { failureOf, openAdapter } from './support.ts';

describe('the role', () => {
  test.each([
    ['ada', 'admin'],
    ['max', 'maintain'],
    ['wil', 'write'],
    ['tri', 'triage'],
    ['rea', 'read'],
    ['eve', 'none'],
    ['WIL', 'write'],
    ['helper[bot]', 'none'],
    ['github-actions[bot]', 'none'],
    ['nobody', 'none'],
    ['../../../user', 'none'],
    ['ada/permission?x=', 'none'],
  ])('of %s is %s', async (login, role) => {
    const { ours } = await openAdapter();
    expect(await ours.collaborators.roleOf(login)).toEqual({ role });
  });

  test.each(['', '.', '..'])('of %j, which leads to another address, is not even asked for', async (login) => {
    const { ours, asked } = await openAdapter();
    expect(await ours.collaborators.roleOf(login)).toEqual({ role: 'none' });
    expect(asked()).toEqual([]);
  });

  test('is asked with one request, without any permission beside that to see the repository', async () => {
    const { ours, asked } = await openAdapter({ permissions: {} });
    expect(await ours.collaborators.roleOf('max')).toEqual({ role: 'maintain' });
    expect(asked()).toEqual(['GET /collaborators/{username}/permission']);
  });

  test('of an organization is known by its name, and counts as the one that it builds upon', async () => {
    const { ours, github } = await openAdapter();
    github.setRole('tri', 'triage', 'on-call');
    github.setRole('wil', 'maintain', 'admin of releases');
    expect(await ours.collaborators.roleOf('tri')).toEqual({ role: 'triage', customRole: 'on-call' });
    expect(await ours.collaborators.roleOf('wil')).toEqual({ role: 'maintain', customRole: 'admin of releases' });
  });

  test('is what it is now', async () => {
    const { ours, github } = await openAdapter();
    github.setRole('max', 'none');
    expect(await ours.collaborators.roleOf('max')).toEqual({ role: 'none' });
  });

  test('is not guessed when the repository is not to be seen, or GitHub is down', async () => {
    const { ours, openAnother, github } = await openAdapter();
    const lost = openAnother({ name: 'elsewhere' });
    expect((await failureOf(lost.collaborators.roleOf('ada'))).code).toBe('github/not-found');
    github.faults.inject({ times: 9, effect: { kind: 'answer', status: 500 } });
    expect((await failureOf(ours.collaborators.roleOf('ada'))).code).toBe('github/server-error');
  });
});

describe('a team', () => {
  test.each([
    ['ada', true],
    ['ADA', true],
    ['wil', false],
    ['nobody', false],
  ])('has or has not %s in it: %s', async (login, isIn) => {
    const { ours } = await openAdapter();
    expect(await ours.collaborators.isInTeam('acme', 'sre', login)).toBe(isIn);
  });

  test('costs one request for who is in it', async () => {
    const { ours, asked } = await openAdapter();
    await ours.collaborators.isInTeam('acme', 'sre', 'ada');
    expect(asked()).toEqual(['GET /orgs/{org}/teams/{team_slug}/memberships/{username}']);
  });

  test('whose name leads to another address is not asked for', async () => {
    const { ours, asked } = await openAdapter();
    expect((await failureOf(ours.collaborators.isInTeam('acme', '..', 'ada'))).code).toBe('github/no-such-team');
    expect(asked()).toEqual([]);
  });

  test.each([
    ['acme', 'none'],
    ['other', 'sre'],
  ])('that is not there is no team that nobody is in: %s/%s', async (organization, team) => {
    const { ours } = await openAdapter();
    const failure = await failureOf(ours.collaborators.isInTeam(organization, team, 'ada'));
    expect(failure).toMatchObject({
      code: 'github/no-such-team',
      message: `There is no team ${organization}/${team}, or the token does not see it.`,
    });
  });

  test('is hidden from the token of a job, which is told which one it takes', async () => {
    const { members: _members, ...permissions } = everything;
    const { ours } = await openAdapter({ permissions });
    const failure = await failureOf(ours.collaborators.isInTeam('acme', 'sre', 'ada'));
    expect({ code: failure.code, next: failure.next }).toMatchInlineSnapshot(`
      {
        "code": "github/teams-hidden",
        "next": "Do not ask for teams, or pass the token of a GitHub App with the organization permission \`members: read\`: a job's own token never has it.",
      }
    `);
  });
});

// Implements the Collaborators port: in doubt somebody has no role, and whether somebody is in a team is never guessed.
import type { RestEndpointMethodTypes } from '@octokit/rest';
import { type RepositoryRole, repositoryRoles } from '../../define/command.ts';
import { type Failure, failure, isFailure } from '../../define/failure.ts';
import type { Collaborator, Collaborators } from '../../ports/collaborators.ts';
import { isNotFound, orAbsent } from './absence.ts';
import type { Client } from './client.ts';

type Permission = RestEndpointMethodTypes['repos']['getCollaboratorPermissionLevel']['response']['data'];

export function openCollaborators(client: Client): Collaborators {
  const { rest, repository } = client;
  return {
    roleOf: async (login) => {
      if (isPathStep(login)) return { role: 'none' };
      // Of an app GitHub says that it "is not a user": 404.
      const ask = () => rest.repos.getCollaboratorPermissionLevel({ ...repository, username: login });
      const answer = await orAbsent(client, ask);
      return answer === undefined ? { role: 'none' } : collaboratorOf(answer.data);
    },
    isInTeam: async (organization, team, login) => {
      const query = { org: organization, team_slug: team };
      if ([organization, team, login].some(isPathStep)) throw noSuchTeam(query);
      const membership = await ifVisible(query, () => rest.teams.getMembershipForUserInOrg({ ...query, username: login }));
      if (membership !== undefined) return membership.data.state === 'active';
      // Nobody of that name in it, no such team, and a token that does not see it: all are 404.
      if ((await ifVisible(query, () => rest.teams.getByName(query))) === undefined) throw noSuchTeam(query);
      return false;
    },
  };
}

/** An address with `..` in it is another address; everything else is encoded. */
function isPathStep(name: string): boolean {
  return ['', '.', '..'].includes(name);
}

function collaboratorOf({ permission, role_name: name, user }: Permission): Collaborator {
  const role = user?.permissions === undefined ? roleOfPermission(permission) : highestOf(user.permissions);
  // Older servers do not say it: then there are no custom roles.
  const isCustom = name !== undefined && name !== '' && !isStandard(name);
  return { role, ...(isCustom && { customRole: name }) };
}

/** https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user: what each role has that those before it have not. */
const permissionOfRole = { read: 'pull', triage: 'triage', write: 'push', maintain: 'maintain', admin: 'admin' } as const;

function highestOf(permissions: Readonly<Record<string, boolean | undefined>>): RepositoryRole {
  return repositoryRoles.findLast((role) => role !== 'none' && permissions[permissionOfRole[role]] === true) ?? 'none';
}

/** `admin`, `write`, `read` or `none`: the roles between them count as the lower one. */
function roleOfPermission(permission: string): RepositoryRole {
  return repositoryRoles.find((role) => role === permission) ?? 'none';
}

function isStandard(name: string): boolean {
  return repositoryRoles.some((role) => role === name);
}

interface Team {
  readonly org: string;
  readonly team_slug: string;
}

/** @returns nothing when it is not there */
async function ifVisible<T>(team: Team, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isNotFound(error)) return undefined;
    if (isFailure(error) && error.code === 'github/forbidden') throw teamsHidden(team, error);
    throw error;
  }
}

const tokenForTeams = 'pass the token of a GitHub App with the organization permission `members: read`';

function teamsHidden({ org, team_slug: team }: Team, cause: Failure): Failure {
  return failure({
    code: 'github/teams-hidden',
    what: `The token may not read who is in the team ${org}/${team}.`,
    next: `Do not ask for teams, or ${tokenForTeams}: a job's own token never has it.`,
    details: cause.details,
    cause,
  });
}

function noSuchTeam({ org, team_slug: team }: Team): Failure {
  return failure({
    code: 'github/no-such-team',
    what: `There is no team ${org}/${team}, or the token does not see it.`,
    next: `Correct its name (the slug, as in the address of its page), or ${tokenForTeams}.`,
  });
}

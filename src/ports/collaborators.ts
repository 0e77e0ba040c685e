// What somebody may do in the repository, and which teams they are in, as GitHub knows it now.
import type { RepositoryRole } from '../define/command.ts';

export interface Collaborator {
  /** Of a role that an organization has made: the role that it builds upon. */
  readonly role: RepositoryRole;
  /** The name of such a role; absent for GitHub's own. */
  readonly customRole?: string;
}

export interface Collaborators {
  /** The highest role from all grants. Apps, and logins that nobody has, have the role `none`. */
  roleOf(login: string): Promise<Collaborator>;
  /**
   * Members of child teams are in it, who is only invited is not.
   *
   * @param team its slug
   * @throws `github/teams-hidden` when the token may not read teams, `github/no-such-team`
   */
  isInTeam(organization: string, team: string, login: string): Promise<boolean>;
}

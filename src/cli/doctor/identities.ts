// Whom AWS trusts: GitHub's tokens, by what a job's token says about itself.
import { environmentRules, type RoleName } from '../../define/github-settings.ts';

/** What a person without credentials does next. */
export const signIn = 'Sign in first, for instance with "aws sso login", and set AWS_PROFILE.';

export const oidcIssuer = 'token.actions.githubusercontent.com';
export const oidcAudience = 'sts.amazonaws.com';

/** What a job's token says about itself: https://docs.github.com/en/actions/reference/security/oidc */
export function subjectOf(repository: string, environment: string): string {
  return `repo:${repository}:environment:${environment}`;
}

export function environmentsOf(role: RoleName): readonly string[] {
  return environmentRules.filter((rule) => rule.role === role).map(({ name }) => name);
}

// Checks of the AWS account: whose credentials, whom the roles trust, where states lie, under which names people come.
import { type RoleName, roleNames } from '../../../define/github-settings.ts';
import type { BucketSettings, TrustedRole } from '../../../ports/account.ts';
import { type DoctorFacts, valueIn, type Wanted } from '../facts.ts';
import { advice, type Check, type Judgement, judging, ok, wrong } from '../findings.ts';
import { environmentsOf, oidcAudience, oidcIssuer, signIn, subjectOf } from '../identities.ts';
import { problemsOfTrust, refusesPlainHttp } from './trust.ts';

const bootstrap = 'Run "npx opsdeck init": it brings the bootstrap stack to what it should be.';

const credentials: Check = {
  id: 'credentials',
  area: 'AWS',
  judge: (facts, { region }) => {
    // What AWS's refusal advises is for jobs; here sits a person.
    if (facts.caller.kind === 'failed') return [wrong(facts.caller.what, signIn)];
    return judging(facts.caller, ({ accountId, arn }) => {
      const expected = valueIn(facts.variables)?.AWS_ACCOUNT_ID;
      if (expected === undefined || expected === accountId) return [ok(`${arn} in ${accountId}, ${region}`)];
      const fix = 'Use credentials of that account, or correct the variable.';
      return [wrong(`${arn} is of ${accountId}, but the repository's AWS_ACCOUNT_ID is ${expected}`, fix)];
    });
  },
};

const provider: Check = {
  id: 'OIDC provider',
  area: 'AWS',
  judge: (facts) =>
    judging(facts.provider, (found) => {
      if (!found) return [wrong(`the account does not know ${oidcIssuer}`, bootstrap)];
      if (!found.audiences.includes(oidcAudience)) return [wrong(`${found.arn} is not for ${oidcAudience}`, bootstrap)];
      return [ok(found.arn)];
    }),
};

const roles: Check = {
  id: 'roles',
  area: 'AWS',
  judge: (facts, wanted) =>
    roleNames.flatMap((name) =>
      judging(facts.roles[name], (role) => [judgeRole(name, role, repositoryOf(facts, wanted))], `role opsdeck-${name}`),
    ),
};

/** As GitHub spells it, where GitHub was asked: a subject minds case. */
function repositoryOf(facts: DoctorFacts, { repository }: Wanted): string | undefined {
  return valueIn(facts.repository)?.fullName ?? repository;
}

function judgeRole(name: RoleName, role: TrustedRole | undefined, repository: string | undefined): Judgement {
  const subject = `role opsdeck-${name}`;
  if (!role) return wrong('does not exist', bootstrap, subject);
  if (repository === undefined) {
    return {
      state: 'not-asked',
      subject,
      says: 'exists; whom it should trust is not known',
      fix: 'Give --repository OWNER/NAME.',
    };
  }
  const environments = environmentsOf(name);
  const problems = [
    ...problemsOfTrust(
      role.trust,
      environments.map((environment) => subjectOf(repository, environment)),
    ),
    ...(role.boundaryArn?.endsWith(':policy/opsdeck-ci-boundary') ? [] : ['has no permissions boundary opsdeck-ci-boundary']),
  ];
  if (problems.length > 0) return wrong(problems.join('; '), bootstrap, subject);
  return ok(`trusts ${repository} in ${environments.join(' and ')}, and nobody else`, subject);
}

const bucket: Check = {
  id: 'state bucket',
  area: 'AWS',
  judge: (facts, { region }) =>
    judging(facts.bucket, ({ name, settings }) => {
      if (!settings) return [wrong(`${name} does not exist`, bootstrap)];
      const problems = problemsOfBucket(settings, region);
      if (problems.length > 0) return [wrong(`${name}: ${problems.join('; ')}`, bootstrap)];
      return [ok(`${name}: versioned, encrypted (${settings.encryption}), private, TLS only`)];
    }),
};

function problemsOfBucket(settings: BucketSettings, region: string): readonly string[] {
  return [
    ...(settings.region === region ? [] : [`lies in ${settings.region}, not in ${region}`]),
    ...(settings.isVersioned ? [] : ['keeps no versions']),
    ...(settings.encryption === undefined ? ['is not encrypted'] : []),
    ...(settings.isPublicAccessBlocked ? [] : ['public access is not blocked']),
    ...(refusesPlainHttp(settings.policy) ? [] : ['does not insist on TLS']),
  ];
}

const zone: Check = {
  id: 'hosted zone',
  area: 'AWS',
  judge: (facts, wanted) => {
    const { domain } = wanted;
    if (needsNoDomain(wanted)) return [];
    return judging(facts.zone, (found) => {
      if (found) return [ok(`${domain}: ${found.id}`)];
      return [wrong(`the account has no public hosted zone ${domain}`, 'Make one, and let its parent name its servers.')];
    });
  },
};

/** The one stack of a repository may do without addresses. */
function needsNoDomain({ domain, layout }: Wanted): boolean {
  return domain === undefined && layout === 'platform';
}

const certificate: Check = {
  id: 'certificate',
  area: 'AWS',
  judge: (facts, wanted) => {
    const { domain, region } = wanted;
    if (needsNoDomain(wanted)) return [];
    return judging(facts.certificates, (found) => {
      const issued = found.find(({ status }) => status === 'ISSUED');
      if (issued) return [ok(`*.${domain}: ${issued.arn}`)];
      const fix = `Request one in ACM in ${region}, and validate it by DNS.`;
      const [other] = found;
      if (other?.status === 'PENDING_VALIDATION')
        return [advice(`*.${domain} is not validated yet`, 'Put the records that ACM names into the hosted zone.')];
      return [
        wrong(other ? `the certificate of *.${domain} is ${other.status}` : `there is none for *.${domain} in ${region}`, fix),
      ];
    });
  },
};

export const awsChecks: readonly Check[] = [credentials, provider, roles, bucket, zone, certificate];

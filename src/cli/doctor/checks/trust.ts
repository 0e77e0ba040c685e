// Reads trust policies: which tokens of GitHub a role accepts, and whether those are exactly the ones that it is for.
import { oidcAudience, oidcIssuer } from '../identities.ts';

/**
 * Pure, and strict: only the form that the bootstrap stack writes is understood, everything else is told.
 *
 * @param policy parsed JSON, as anybody may have written it
 * @returns what is wrong with it, in words that follow "the role"
 */
export function problemsOfTrust(policy: unknown, subjects: readonly string[]): readonly string[] {
  const statements = listIn(policy, 'Statement').filter((each) => fieldIn(each, 'Effect') !== 'Deny');
  if (statements.length === 0) return ['trusts nobody'];
  const [ours, others] = [statements.filter(isForGitHub), statements.filter((each) => !isForGitHub(each))];
  const conditions = ours.map((each) => fieldIn(each, 'Condition'));
  const trusted = conditions.flatMap((each) => listIn(fieldIn(each, 'StringEquals'), `${oidcIssuer}:sub`)).map(String);
  const missing = subjects.filter((subject) => !trusted.includes(subject));
  const strangers = trusted.filter((subject) => !subjects.includes(subject));
  return [
    ...(ours.length === 0 ? ['does not trust the OIDC provider of GitHub'] : []),
    ...(ours.length > 0 && missing.length > 0 ? [`does not trust ${missing.join(' and ')}`] : []),
    ...(strangers.length > 0 ? [`trusts ${strangers.join(' and ')}, too`] : []),
    ...(others.length > 0 ? ['can be taken by others than workflows'] : []),
    ...new Set(conditions.flatMap(problemsOfCondition)),
  ];
}

/** A token that is meant for somebody else, or a subject with a wildcard, must not be enough. */
function problemsOfCondition(condition: unknown): readonly string[] {
  const audiences = listIn(fieldIn(condition, 'StringEquals'), `${oidcIssuer}:aud`);
  const isOpen = fieldIn(fieldIn(condition, 'StringEquals'), `${oidcIssuer}:sub`) === undefined;
  return [
    ...(audiences.length === 1 && audiences[0] === oidcAudience ? [] : [`does not insist on the audience ${oidcAudience}`]),
    ...(isOpen ? ['does not insist on a subject: any repository, or a pattern of them, may take it'] : []),
  ];
}

function isForGitHub(statement: unknown): boolean {
  const federated = listIn(fieldIn(statement, 'Principal'), 'Federated');
  const actions = listIn(statement, 'Action');
  const isProvider = federated.length > 0 && federated.every((each) => String(each).endsWith(`:oidc-provider/${oidcIssuer}`));
  return isProvider && actions.length > 0 && actions.every((action) => action === 'sts:AssumeRoleWithWebIdentity');
}

/** Whether a bucket policy refuses everybody who comes without TLS. */
export function refusesPlainHttp(policy: unknown): boolean {
  return listIn(policy, 'Statement').some((statement) => {
    const condition = fieldIn(fieldIn(statement, 'Condition'), 'Bool');
    const isForAll = [fieldIn(statement, 'Principal'), fieldIn(fieldIn(statement, 'Principal'), 'AWS')].includes('*');
    const isTls = String(fieldIn(condition, 'aws:SecureTransport')) === 'false';
    return fieldIn(statement, 'Effect') === 'Deny' && isForAll && isTls && listIn(statement, 'Action').includes('s3:*');
  });
}

function fieldIn(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

/** IAM takes one for a list of one. */
function listIn(value: unknown, name: string): readonly unknown[] {
  const found = fieldIn(value, name);
  if (found === undefined) return [];
  return Array.isArray(found) ? found : [found];
}

// What is wrong with one statement of a policy that allows something.
import { hasReference, isReference, placeholder, type Statement, withoutPlaceholders } from '../iam-document.ts';
import type { GatePolicy } from '../policy.ts';
import { isObject, type JsonValue } from '../strict-json.ts';
import { prefixOf } from '../subject.ts';
import { passedTo } from '../tables/iam.ts';
import { quoted } from './rule.ts';

/** `s3:GetObject` and `s3:Get*`, but neither `s3:*` nor `*`; IAM takes the name in any case, the gate takes the service in one. */
const actionPattern = /^([a-z0-9-]+):([A-Za-z]{3,}\*?)$/;

export function actionProblems({ actions, body }: Statement, policy: GatePolicy): readonly string[] {
  return actions.flatMap((action) => {
    const [, service = '', name = ''] = actionPattern.exec(action) ?? [];
    if (service === 'iam' && name.toLowerCase() === 'passrole') {
      return isPassedToTasks(body.Condition) ? [] : [`${quoted(action)} is not held to ${passedTo}`];
    }
    return policy.actionServices.includes(service) ? [] : [`${quoted(action)} is none of a workload's actions`];
  });
}

function isPassedToTasks(condition: JsonValue | undefined): boolean {
  const equals = isObject(condition) ? condition.StringEquals : undefined;
  return isObject(equals) && equals['iam:PassedToService'] === passedTo;
}

export function resourceProblems({ resources, actions }: Statement, policy: GatePolicy): readonly string[] {
  if (resources.length === 0) return ['it names no resource'];
  return resources.flatMap((resource) => {
    if (resource === '*') {
      const wide = actions.filter((action) => !policy.actionsOnAnything.includes(action));
      return wide.map((action) => `${quoted(action)} is allowed on everything`);
    }
    return isOwn(resource, policy) ? [] : [`${quoted(withoutPlaceholders(resource))} is not held to the environment`];
  });
}

/** A reference, and what may follow it; or an ARN of this account with a name of the environment before any wildcard. */
function isOwn(resource: string, policy: GatePolicy): boolean {
  if (isReference(resource)) return true;
  const account = `${placeholder('data\\.aws_caller_identity\\.[\\w-]+\\.account_id')}`;
  const { region } = policy.subject;
  const [, service, name = ''] = new RegExp(`^arn:aws:([a-z0-9-]+):${region}:${account}:(.+)$`).exec(resource) ?? [];
  if (service === undefined) return isOwnRole(resource, policy, account);
  if (policy.namelessResources.includes(`${service}:${name}`)) return true;
  const [beforeWildcard = ''] = name.split(/[*?]/, 1);
  return hasReference(beforeWildcard) || namesEnvironment(beforeWildcard, policy);
}

function isOwnRole(resource: string, policy: GatePolicy, account: string): boolean {
  const [, name = ''] = new RegExp(`^arn:aws:iam::${account}:role/([\\w-]+)\\*?$`).exec(resource) ?? [];
  return namesEnvironment(name, policy);
}

function namesEnvironment(name: string, policy: GatePolicy): boolean {
  return new RegExp(`(?:^|[/:])${prefixOf(policy.subject)}(?:$|[-/:])`).test(name);
}

export function principalProblem({ principals, actions }: Statement, policy: GatePolicy): readonly string[] {
  if (principals.length === 0) return ['it names nobody'];
  const ownAccount = new RegExp(`^arn:aws:iam::${placeholder('data\\.aws_caller_identity\\.[\\w-]+\\.account_id')}:root$`);
  const isAccount = (kind: string, name: string) => kind === 'AWS' && ownAccount.test(name);
  const strangers = principals.filter(([kind, name]) => {
    return !isAccount(kind, name) && !(kind === 'Service' && policy.resourceUsers.includes(name));
  });
  const isForServices = principals.some(([kind, name]) => !isAccount(kind, name));
  const wide = actions.filter((action) => action === '*' || (isForServices && !actionPattern.test(action)));
  return [
    ...strangers.map(([kind, name]) => `it is open to ${kind} ${quoted(withoutPlaceholders(name))}`),
    ...wide.map((action) => `it allows ${quoted(action)}`),
  ];
}

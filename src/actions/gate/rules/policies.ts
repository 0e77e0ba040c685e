// The policies of a stack: whom roles trust, what they may do, and whom keys, buckets and topics are open to.
import { type Statement, withoutPlaceholders } from '../iam-document.ts';
import type { PolicyKind } from '../iam-policies.ts';
import { defineRules, type Finding, type GateContext, quoted } from './rule.ts';
import { actionProblems, principalProblem, resourceProblems } from './statements.ts';

export const policyRules = defineRules([
  {
    id: 'iam/unreadable-policy',
    title: 'Policies are written out',
    why: 'A computed policy, or a value that may hold quotes, can say more than what stands there.',
    next: 'Write the policy as JSON, with ARNs and the account as its only references, and without NotAction, NotResource, NotPrincipal.',
    check: ({ iamPolicies }) =>
      iamPolicies.flatMap(({ at, reading }) => (reading.kind === 'unreadable' ? [{ at, reason: reading.reason }] : [])),
  },
  {
    id: 'iam/trust',
    title: 'Only known services take roles',
    why: 'Whoever is trusted has all that the role has: another account, anybody on GitHub, everybody.',
    next: 'Trust a service of AWS that is on the list.',
    check: (context) =>
      statementFindings(context, 'trust', ({ effect, actions, principals }) => {
        if (effect !== 'Allow') return [];
        const wrong = actions.filter((action) => action !== 'sts:AssumeRole').map((action) => `it allows ${quoted(action)}`);
        if (principals.length === 0) return [...wrong, 'it trusts nobody by name'];
        return [
          ...wrong,
          ...principals
            .filter(([kind, name]) => kind !== 'Service' || !context.policy.roleTakers.includes(name))
            .map(([kind, name]) => `it trusts ${kind} ${quoted(withoutPlaceholders(name))}`),
        ];
      }),
  },
  {
    id: 'iam/action',
    title: 'Roles do what workloads do',
    why: 'Actions beyond those of a workload would be open the day somebody widens the permissions boundary.',
    next: 'Name the actions that are needed, or have their service added to the list on the base branch.',
    check: (context) =>
      statementFindings(context, 'identity', (statement) =>
        statement.effect === 'Allow' ? actionProblems(statement, context.policy) : [],
      ),
  },
  {
    id: 'iam/resource',
    title: "Roles reach what is the environment's",
    why: 'A wildcard reaches the data of the other environments of the account.',
    next: 'Name the resource: by a reference, or by an ARN with the name of the environment.',
    check: (context) =>
      statementFindings(context, 'identity', (statement) =>
        statement.effect === 'Allow' ? resourceProblems(statement, context.policy) : [],
      ),
  },
  {
    id: 'iam/principal',
    title: 'Keys, buckets and topics are open to known services and their own account',
    why: 'A wildcard or another account as principal hands the data of students to strangers.',
    next: 'Name a service of AWS that is on the list, or the own account.',
    check: (context) =>
      statementFindings(context, 'resource', (statement) =>
        statement.effect === 'Allow' ? principalProblem(statement, context.policy) : [],
      ),
  },
]);

function statementFindings(
  { iamPolicies }: GateContext,
  kind: PolicyKind,
  problemsOf: (statement: Statement) => readonly string[],
): readonly Finding[] {
  return iamPolicies
    .filter((policy) => policy.kind === kind)
    .flatMap(({ at, reading }) =>
      reading.kind === 'read' ? reading.statements.flatMap(problemsOf).map((reason) => ({ at, reason })) : [],
    );
}

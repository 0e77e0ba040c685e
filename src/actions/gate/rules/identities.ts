// The identities of a stack: every role within its boundary, and no resource with a role that is not the stack's own.
import { type Block, type Entry, valuesAt } from '../document.ts';
import { isObject } from '../strict-json.ts';
import { defineRules, type Finding, quoted, shown } from './rule.ts';

/** What the three types of identities may have; what is not read here is not accepted. */
const identityArguments: Readonly<Record<string, readonly string[]>> = {
  aws_iam_role: ['name', 'description', 'assume_role_policy', 'permissions_boundary', 'max_session_duration', 'tags'],
  aws_iam_role_policy: ['name', 'role', 'policy'],
  aws_iam_role_policy_attachment: ['role', 'policy_arn'],
};

const general = ['//', 'depends_on', 'lifecycle'];

/** Names under which resources take roles: `role`, `task_role_arn`, `iam_roles`; an API's integration calls it `credentials`. */
const roleArgument = /(?:^|_)roles?(?:_arns?)?$|^credentials$/;
const ownRole = /^\$\{aws_iam_role\.[\w-]+\.(?:arn|id|name)\}$/;

export const identityRules = defineRules([
  {
    id: 'iam/boundary',
    title: 'Every role has the permissions boundary',
    why: 'Without it a role may do all that its policies say, and more policies can be added later.',
    next: 'Set permissions_boundary to the workload boundary of the account.',
    check: ({ document, policy }) => {
      const boundary = new RegExp(
        `^arn:aws:iam::\\$\\{data\\.aws_caller_identity\\.[\\w-]+\\.account_id\\}:policy/${policy.boundary}$`,
      );
      return ofType(document.blocks, 'aws_iam_role')
        .filter(({ body }) => typeof body.permissions_boundary !== 'string' || !boundary.test(body.permissions_boundary))
        .map(({ body, at }) => ({
          at: [...at, 'permissions_boundary'],
          reason: body.permissions_boundary === undefined ? 'it has none' : `it is ${shown(body.permissions_boundary)}`,
        }));
    },
  },
  {
    id: 'iam/attachment',
    title: "Only AWS's policies of the list are attached",
    why: 'AdministratorAccess is an attachment away.',
    next: 'Write the statements that are needed as a policy of the role.',
    check: ({ document, policy }) =>
      ofType(document.blocks, 'aws_iam_role_policy_attachment')
        .filter(({ body }) => typeof body.policy_arn !== 'string' || !policy.managedPolicies.includes(body.policy_arn))
        .map(({ body, at }) => ({ at: [...at, 'policy_arn'], reason: `it is ${shown(body.policy_arn)}` })),
  },
  {
    id: 'iam/argument',
    title: 'Roles and their policies have the arguments that are read',
    why: 'A role has more ways to get policies than one: inline blocks, lists of ARNs, names that change.',
    next: 'Use a policy beside the role.',
    check: ({ document }) =>
      document.blocks
        .filter(({ type }) => Object.hasOwn(identityArguments, type))
        .flatMap(({ type, body, at }) =>
          Object.keys(body)
            .filter((key) => !identityArguments[type]?.includes(key) && !general.includes(key))
            .map((key) => ({ at: [...at, key], reason: `${quoted(key)} is not among them` })),
        ),
  },
  {
    id: 'iam/foreign-role',
    title: "Resources take only the stack's own roles",
    why: "A task with the deployment's role, or with another environment's, has all that the role has.",
    next: 'Refer to a role of the stack.',
    check: ({ document }) => {
      const resources = document.blocks.filter(({ kind }) => kind === 'resource');
      return resources.flatMap((block) => [...foreignRoles(block), ...roleArns(block)]);
    },
  },
]);

function ofType(blocks: readonly Block[], type: string): readonly Block[] {
  return blocks.filter((block) => block.kind === 'resource' && block.type === type);
}

function foreignRoles({ entries }: Block): readonly Finding[] {
  return entries
    .filter(({ key, value }) => roleArgument.test(key) && !isObject(value))
    .flatMap(({ value, at: place }) => valuesAt(value, [], place))
    .filter(({ value }) => typeof value !== 'string' || !ownRole.test(value))
    .map(({ value, at: place }) => ({ at: place, reason: `it is ${shown(value)}` }));
}

/** Policies name roles that may be handed on, experiments the role whose calls they disturb: other rules read both. */
function roleArns({ type, entries }: Block): readonly Finding[] {
  if (type === 'aws_iam_role_policy' || type === 'aws_fis_experiment_template') return [];
  const names = (entry: Entry) => typeof entry.value === 'string' && entry.value.includes(':role/');
  return entries
    .flatMap((entry) => valuesAt(entry.value, [], entry.at))
    .filter(names)
    .map(({ at: place }) => ({ at: place, reason: 'it names a role by its ARN' }));
}

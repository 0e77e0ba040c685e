// What sets the preview role apart: guests on another environment's platform, and hands off everything that is not theirs.
import { namePrefix } from '../names.ts';
import { allow, type Statement } from '../parts/iam.ts';

/** Environments that take previews as guests, besides isolated ones. */
const hosts = ['staging'];

/** A guest's rule stands on its host's listener, told apart from the host's own by its tags. */
export function guests({ accountId, region }: { readonly accountId: string; readonly region: string }): readonly Statement[] {
  const balancing = (path: string) => `arn:aws:elasticloadbalancing:${region}:${accountId}:${path}`;
  const listeners = hosts.map((host) => balancing(`listener/app/${namePrefix}-${host}/*`));
  const rules = hosts.map((host) => balancing(`listener-rule/app/${namePrefix}-${host}/*`));
  return [
    allow(['elasticloadbalancing:CreateRule', 'elasticloadbalancing:AddTags'], [...listeners, ...rules], {
      StringLike: { 'aws:RequestTag/Service': 'pr-*' },
    }),
    allow(['elasticloadbalancing:DeleteRule', 'elasticloadbalancing:ModifyRule'], rules, {
      StringLike: { 'aws:ResourceTag/Service': 'pr-*' },
    }),
  ];
}

/** Ids of networks, keys and APIs say nothing about whose they are: their tags do. */
export function onlyTheirOwn(): readonly Statement[] {
  return [
    {
      Sid: 'OnlyPreviews',
      Effect: 'Deny',
      NotAction: [
        '*:Describe*',
        '*:Get*',
        '*:List*',
        'apigateway:GET',
        'elasticloadbalancing:CreateRule',
        'kms:Decrypt',
        'kms:GenerateDataKey',
      ],
      Resource: '*',
      Condition: {
        Null: { 'aws:ResourceTag/Environment': 'false' },
        StringNotLike: { 'aws:ResourceTag/Environment': 'pr-*', 'aws:ResourceTag/Service': 'pr-*' },
      },
    },
    {
      // What a role may reach follows from its tag: see the workloads' boundary.
      Sid: 'NoBorrowedTags',
      Effect: 'Deny',
      Action: ['iam:CreateRole', 'iam:TagRole'],
      Resource: '*',
      Condition: { StringNotLike: { 'aws:RequestTag/Environment': ['pr-*', ...hosts] } },
    },
  ];
}

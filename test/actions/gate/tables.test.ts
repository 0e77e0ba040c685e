// The gate's tables against the stacks of the repository: nothing unused stands in them, and the names are the same.
import { describe, expect, test } from '@jest/globals';
import {
  hostLabelOf,
  type Layer,
  mainService,
  parameterPrefixOf,
  prefixOf,
  stackNameOf,
  stateKeyOf,
} from '../../../src/actions/gate/subject.ts';
import { refusedArguments } from '../../../src/actions/gate/tables/arguments.ts';
import { pureFunctions } from '../../../src/actions/gate/tables/functions.ts';
import {
  actionServices,
  actionsOnAnything,
  hostActionServices,
  hostRoleTakers,
  managedPolicies,
  namelessResources,
  resourceUsers,
  roleTakers,
  workloadBoundary,
} from '../../../src/actions/gate/tables/iam.ts';
import {
  type ArgumentsByType,
  dataTypes,
  ephemeralTypes,
  hostTypes,
  resourceTypes,
} from '../../../src/actions/gate/tables/types.ts';
import { valueRules } from '../../../src/actions/gate/tables/values.ts';
import * as names from '../../../src/stacks/names.ts';
import { parameterName } from '../../../src/stacks/platform-parameters.ts';
import { statementsIn } from '../../stacks/support/iam.ts';
import { isObject, listAt, textAt } from '../../stacks/support/json.ts';
import type { Stack } from '../../stacks/support/stack.ts';
import { stackNamed } from '../../stacks/support/synthesized.ts';
import { type Judged, subjects } from './support.ts';

const labels = Object.keys(subjects) as Judged[];
const layers: readonly Layer[] = ['platform', 'service'];

function stacksOf(layer: Layer): readonly Stack[] {
  return labels.filter((label) => subjects[label].layer === layer).map(stackNamed);
}

const all = () => labels.map(stackNamed);
const sorted = (values: Iterable<string>) => [...new Set(values)].toSorted();

describe.each(layers)('%s', (layer) => {
  test('resource types are those that the stacks use', () => {
    const own = layer === 'platform' ? hostTypes : [];
    expect(sorted([...resourceTypes[layer], ...own])).toEqual(
      sorted(stacksOf(layer).flatMap(({ resources }) => resources.map(({ type }) => type))),
    );
    expect([resourceTypes[layer], own]).toEqual([sorted(resourceTypes[layer]), sorted(own)]);
  });

  test.each<[section: 'data' | 'ephemeral', table: ArgumentsByType]>([
    ['data', dataTypes[layer]],
    ['ephemeral', ephemeralTypes[layer]],
  ])('%s types have the arguments that the stacks use', (section, table) => {
    const used = stacksOf(layer).flatMap(({ json }) =>
      Object.entries(isObject(json[section]) ? json[section] : {}).flatMap(([type, byName]) =>
        Object.values(byName as object).map((body: object) => [type, Object.keys(body).filter((key) => key !== '//')] as const),
      ),
    );
    const types = sorted(used.map(([type]) => type));
    expect(table).toEqual(
      Object.fromEntries(types.map((type) => [type, sorted(used.flatMap(([each, keys]) => (each === type ? keys : [])))])),
    );
  });
});

describe('identities', () => {
  const grants = () =>
    all().flatMap(({ resources }) =>
      resources.filter(({ type }) => type === 'aws_iam_role_policy').flatMap(({ body }) => statementsIn(body.policy)),
    );

  test('role takers', () => {
    const roles = all().flatMap(({ resources }) => resources.filter(({ type }) => type === 'aws_iam_role'));
    expect(sorted([...roleTakers, ...hostRoleTakers])).toEqual(
      sorted(roles.flatMap(({ body }) => statementsIn(body.assume_role_policy).flatMap(({ principals }) => principals))),
    );
  });

  test('users of keys, buckets and topics', () => {
    const policies = all().flatMap(({ resources }) =>
      resources.filter(({ type, body }) => !type.startsWith('aws_iam_') && 'policy' in body),
    );
    const services = policies
      .flatMap(({ body }) => statementsIn(body.policy).flatMap(({ principals }) => principals))
      .filter((name) => name.endsWith('.amazonaws.com'));
    expect(resourceUsers.map((name) => name.replace('<region>', 'eu-west-2'))).toEqual(sorted(services));
  });

  test('managed policies', () => {
    const attached = all().flatMap(({ resources }) => resources.filter(({ type }) => type === 'aws_iam_role_policy_attachment'));
    expect(managedPolicies).toEqual(sorted(attached.map(({ body }) => textAt(body, 'policy_arn'))));
  });

  test('services whose actions are allowed', () => {
    const services = grants().flatMap(({ actions }) => actions.map((action) => action.split(':')[0] as string));
    expect(sorted([...actionServices, ...hostActionServices])).toEqual(sorted(services).filter((service) => service !== 'iam'));
  });

  test('actions on everything', () => {
    expect(actionsOnAnything).toEqual(
      sorted(grants().flatMap(({ actions, resources }) => (resources.includes('*') ? actions : []))),
    );
  });

  test('resources without a name', () => {
    const named = grants().flatMap(({ resources }) => resources.map((arn) => /^arn:aws:([^:]*):[^:]*:[^:]*:(.*)$/.exec(arn)));
    const nameless = named.flatMap((parts) => (parts && !/assess-|\$\{/.test(parts[2] ?? '') ? [`${parts[1]}:${parts[2]}`] : []));
    expect(namelessResources).toEqual(sorted(nameless));
  });

  test('the boundary is the one that the bootstrap stack writes', () => {
    expect(workloadBoundary).toBe(names.workloadBoundaryName);
  });
});

describe('names', () => {
  test.each([
    ['production', 'app'],
    ['staging', 'pr-7'],
    ['pr-7', 'app'],
    ['pr-7', 'worker'],
    ['staging', 'worker'],
  ])('of %s/%s are those of the stacks', (environment, service) => {
    const subject = { layer: 'service', environment, service, region: 'eu-west-2' } as const;
    expect([stateKeyOf(subject), stateKeyOf({ ...subject, layer: 'platform' }), prefixOf(subject), hostLabelOf(subject)]).toEqual(
      [
        names.stateKeyOf('service', environment, service),
        names.stateKeyOf('platform', environment),
        names.prefixOf(environment),
        names.hostLabelOf(environment, service),
      ],
    );
    expect(parameterName(environment, 'domain').startsWith(parameterPrefixOf(subject))).toBe(true);
  });

  test('of the stacks themselves', () => {
    expect(labels.map((label) => stackNameOf(subjects[label]))).toEqual(
      labels.map((label) => textAt(stackNamed(label).json, '//.metadata.stackName')),
    );
    expect(mainService).toBe(names.mainService);
  });
});

test('values and arguments are ruled for types that exist', () => {
  const known = new Set([...resourceTypes.platform, ...hostTypes, ...resourceTypes.service, '*']);
  expect([...valueRules, ...refusedArguments].map(({ type }) => type).filter((type) => !known.has(type))).toEqual([]);
});

test('every value rule meets a value of the stacks, or a block that could have one', () => {
  const met = valueRules.filter(({ type }) =>
    all().some(({ resources, data }) => [...resources, ...data].some((each) => each.type === type)),
  );
  expect(met).toEqual(valueRules);
});

test('no function reads files, prints secrets, or answers differently each time', () => {
  const impure = /file|path|template|sensitive|timestamp|uuid$|bcrypt|plantimestamp|rsadecrypt/;
  expect(pureFunctions.filter((name) => impure.test(name))).toEqual([]);
  expect(listAt({ pureFunctions }, 'pureFunctions')).toHaveLength(new Set(pureFunctions).size);
});

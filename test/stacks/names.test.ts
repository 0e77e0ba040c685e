import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  databaseNameOf,
  environmentPattern,
  hostLabelOf,
  isPreviewName,
  keyPrefixOf,
  mainService,
  prefixOf,
  servicePattern,
  stateKeyOf,
} from '../../src/stacks/names.ts';

describe.each([
  // environment, service, host label, state of the service, database, Redis keys
  ['production', 'app', 'app', 'production/service.tfstate', 'assessments', 'app:'],
  ['staging', 'pr-7', 'pr-7', 'previews/pr-7/service.tfstate', 'pr_7', 'pr-7:'],
  ['pr-7', 'app', 'pr-7', 'previews/pr-7/service.tfstate', 'assessments', 'app:'],
  ['pr-7', 'worker', 'worker-pr-7', 'previews/pr-7/service-worker.tfstate', 'worker', 'worker:'],
])('in %s, %s', (environment, service, label, stateKey, database, keyPrefix) => {
  test(`answers to ${label}`, () => expect(hostLabelOf(environment, service)).toBe(label));
  test(`keeps its state in ${stateKey}`, () => expect(stateKeyOf('service', environment, service)).toBe(stateKey));
  test(`has the database ${database}`, () => expect(databaseNameOf(service)).toBe(database));
  test(`starts its keys with ${keyPrefix}`, () => expect(keyPrefixOf(service)).toBe(keyPrefix));
});

test.each([
  ['production', 'production/platform.tfstate'],
  ['pr-7', 'previews/pr-7/platform.tfstate'],
])('the platform of %s keeps its state in %s', (environment, key) => {
  expect(stateKeyOf('platform', environment)).toBe(key);
});

test.each([
  ['pr-7', true],
  ['pr-1234567', true],
  ['pr-', false],
  ['pr-7a', false],
  ['pr-07x', false],
  ['production', false],
])('%s is the name of a pull request: %s', (name, expected) => {
  expect(isPreviewName(name)).toBe(expected);
});

/** fast-check cannot look ahead: the names that the pattern refuses for two hyphens in a row are left out afterwards. */
const environments = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}[a-z0-9]$/).filter((name) => environmentPattern.test(name));
const services = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/).filter((name) => servicePattern.test(name));

describe('whatever is called how', () => {
  test('load balancers and target groups have at most 32 characters, and do not end with a hyphen', () => {
    fc.assert(
      fc.property(environments, services, (environment, service) => {
        const targetGroup = `${prefixOf(environment)}-${service}`;
        expect(targetGroup.length).toBeLessThanOrEqual(32);
        expect(targetGroup).toMatch(/^[a-z][a-z0-9-]*[a-z0-9]$/);
      }),
    );
  });

  test('a host label has at most 63 characters, as DNS wants it', () => {
    fc.assert(fc.property(environments, services, (...names) => /^[a-z0-9-]{1,63}$/.test(hostLabelOf(...names))));
  });

  test('a database has a name that needs no quotes', () => {
    fc.assert(fc.property(services, (service) => /^[a-z][a-z0-9_]{0,62}$/.test(databaseNameOf(service))));
  });

  test('no service can read the keys of another', () => {
    fc.assert(fc.property(services, services, (one, other) => one === other || !keyPrefixOf(one).startsWith(keyPrefixOf(other))));
  });

  test('previews keep their state where only previews do', () => {
    fc.assert(
      fc.property(environments, (environment) => {
        const isBelow = stateKeyOf('platform', environment).startsWith('previews/pr-');
        return isBelow === isPreviewName(environment);
      }),
    );
  });

  test('the layers of an environment never share a state', () => {
    fc.assert(fc.property(environments, (name) => stateKeyOf('platform', name) !== stateKeyOf('service', name, mainService)));
  });
});

test('the longest names fit the patterns', () => {
  expect('environment1').toMatch(environmentPattern);
  expect('service-10').toMatch(servicePattern);
});

test('two hyphens in a row are refused: RDS, ElastiCache and CloudTrail take none', () => {
  expect('a--b').not.toMatch(environmentPattern);
  expect('a--b').not.toMatch(servicePattern);
});

test.each([
  ['production', 'worker', 'production/service-worker.tfstate'],
  ['pr-7', 'worker', 'previews/pr-7/service-worker.tfstate'],
  ['pr-7', 'pr-8', 'previews/pr-8/service.tfstate'],
])('in %s, the service %s has a state of its own: %s', (environment, service, key) => {
  expect(stateKeyOf('service', environment, service)).toBe(key);
});

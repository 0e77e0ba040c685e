// The fakes by which runbooks of the service are tested keep to what the emulated AWS does.
import { describe } from '@jest/globals';
import { describeServiceContract } from './service-contract.ts';
import { app, definition, serviceWorld } from './service-world.ts';

describe('in memory', () => {
  const world = serviceWorld({ tasks: ['a', 'b', 'c'] });
  describeServiceContract(() => ({
    ports: world.ports,
    service: app,
    taskDefinitions: [definition(1), definition(2)],
    pass: async (seconds) => world.clock.advance(seconds),
  }));
});

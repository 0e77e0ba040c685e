// Streams, address sets, API limits and queues against the emulated AWS, in time that runs: the contract that the fakes keep, too.
import { setTimeout as sleep } from 'node:timers/promises';
import { openAddressSets } from '../../../src/adapters/aws/address-sets.ts';
import { openApiLimits } from '../../../src/adapters/aws/api-limits.ts';
import { openQueues } from '../../../src/adapters/aws/queues.ts';
import { openStreams } from '../../../src/adapters/aws/streams.ts';
import { openClock } from '../../../src/adapters/process/system-clock.ts';
import { startSimulation } from '../../../src/rehearsal/emulator/simulation.ts';
import { describeEdges, type EdgeWorld } from '../../support/edges-contract.ts';
import { buildEdges, giveUp } from '../../support/emulated-edges.ts';
import { describeWith } from '../../support/needs.ts';
import { withEmulator } from './support.ts';

/** A minute of the contract takes a second. */
const rate = 60;

describeWith(['moto_server'], 'the emulated AWS', () => {
  let world: EdgeWorld;
  withEmulator(async (config) => {
    await buildEdges(config, 'contract');
    const originMs = Date.now();
    await startSimulation(config.endpoint ?? '', { rate, originMs });
    const clock = openClock({ OPSDECK_TIME: `${rate}@${originMs}` });
    world = {
      ports: {
        addressSets: openAddressSets(config),
        apiLimits: openApiLimits(config),
        queues: openQueues(config),
        streams: openStreams(config),
      },
      // Things happen at the emulator's next tick only.
      pass: async (seconds) => void (await Promise.all([clock.sleep(seconds * 1000), sleep(600)])),
      giveUp: (messages) => giveUp(config, 'contract', messages),
    };
  });
  describeEdges(() => world);
});

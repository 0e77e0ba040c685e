// The ports of databases, caches and secrets against the emulated AWS: the contract that the fakes keep, too.
import { openCaches } from '../../../src/adapters/aws/caches.ts';
import { openDatabases } from '../../../src/adapters/aws/databases.ts';
import { openSecrets } from '../../../src/adapters/aws/secrets.ts';
import { startSimulation } from '../../../src/rehearsal/emulator/simulation.ts';
import { buildData } from '../../support/emulated-data.ts';
import { describeWith } from '../../support/needs.ts';
import { describeRecoveries, type RecoveryWorld } from '../../support/recoveries-contract.ts';
import { withEmulator } from './support.ts';

/** Nearly as slow as the machine's own time: what is to pass is jumped over, however busy the machine is. */
const rate = 2;

describeWith(['moto_server'], 'the emulated AWS', () => {
  let world: RecoveryWorld;
  withEmulator(async (config) => {
    await buildData(config, 'contract');
    let originMs = Date.now();
    const pass = async (seconds: number): Promise<void> => {
      // As it runs, time is `originMs + (now - originMs) * rate`: this much earlier an origin is so many seconds later.
      originMs -= (seconds * 1000) / (rate - 1);
      await startSimulation(config.endpoint ?? '', { rate, originMs });
    };
    // Since then: there are backups.
    await pass(3600);
    const ports = { databases: openDatabases(config), caches: openCaches(config), secrets: openSecrets(config) };
    world = { ...ports, database: 'contract', cache: 'contract', pass };
  });
  describeRecoveries(() => world);
});

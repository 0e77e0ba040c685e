// Starts an emulator, tells its process id, and waits to be killed.
import { startEmulator } from '../../../src/rehearsal/emulator/emulator.ts';

const [, , python = '', logFile = ''] = process.argv;
const emulator = await startEmulator({ python, logFile });
process.stdout.write(`${emulator.pid}\n`);
await emulator.exited;

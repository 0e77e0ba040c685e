// What is costly to make and the same for all test files is made by one of them, and read by the others.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Only so that a worker that was killed while making it does not leave the others waiting for ever. */
const longestWaitSeconds = 120;

/** @returns what was made, by whichever test file of this run came first; a failure to make it fails each of them */
export async function madeOnce<Value>(name: string, make: () => Promise<Value>): Promise<Value> {
  const folder = process.env.OPSDECK_TEST_RUN;
  if (folder === undefined) return make();
  const [file, claim] = [join(folder, `${name}.json`), join(folder, `${name}.claimed`)];
  // Only who really makes a folder is told its path.
  if (mkdirSync(claim, { recursive: true }) !== undefined) return makeAndWrite(file, make);
  for (let waitedSeconds = 0; !existsSync(file); waitedSeconds += 0.02) {
    if (existsSync(`${file}.failed`)) throw new Error(readFileSync(`${file}.failed`, 'utf8'));
    if (waitedSeconds > longestWaitSeconds) throw new Error(`Another test file was to make ${name}, and did not.`);
    await sleep(20);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Value;
}

async function makeAndWrite<Value>(file: string, make: () => Promise<Value>): Promise<Value> {
  try {
    const value = await make();
    writeFileSync(`${file}.part`, JSON.stringify(value));
    renameSync(`${file}.part`, file);
    return value;
  } catch (error) {
    writeFileSync(`${file}.failed`, String(error));
    throw error;
  }
}

// The Lambda function that tells GitHub of alarms: the only place where it meets its environment.
import { type ForwardWorld, forward, type LogEntry } from './forward.ts';
import type { BatchAnswer, QueueEvent } from './messages.ts';
import { openWorld } from './open.ts';
import { parseSettings, type Settings } from './settings.ts';

interface Opened {
  readonly settings: Settings;
  readonly world: ForwardWorld;
}

let opened: Opened | undefined;

/** A warm function keeps its clients and its token. */
function open(): Opened {
  const settings = parseSettings(process.env);
  return { settings, world: openWorld(settings, { aws: {}, now: () => new Date(), log: writeLine }) };
}

function writeLine(entry: LogEntry): void {
  process.stdout.write(`${JSON.stringify(entry)}\n`);
}

export async function handler({ Records }: QueueEvent): Promise<BatchAnswer> {
  opened ??= open();
  const back = await forward(opened.world, Records, opened.settings.alarmArnPrefix);
  return { batchItemFailures: back.map(({ messageId }) => ({ itemIdentifier: messageId })) };
}

// A stand-in for a provider: a program that says where it listens, as a provider in debug mode does, and then waits.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const address = 'registry.terraform.io/hashicorp/aws';

/** What it tells after its lines: its process, and its environment as the name of its socket. */
const telling = `
const config = { Protocol: 'grpc', ProtocolVersion: 5, Pid: process.pid, Test: true, Addr: { Network: 'unix', String: JSON.stringify(process.env) } };
console.log('Provider started. To attach Terraform CLI, set the TF_REATTACH_PROVIDERS environment variable with the following:\\n');
console.log("\\tTF_REATTACH_PROVIDERS='" + JSON.stringify({ '${address}': config }) + "'");`;

export const standIns = {
  serves: `${telling} setInterval(() => undefined, 1000);`,
  'writes much': `${telling} setInterval(() => { console.log('x'.repeat(100_000)); console.error('x'.repeat(100_000)); }, 1);`,
  'is deaf': `process.on('SIGTERM', () => undefined); ${telling} setInterval(() => undefined, 1000);`,
  ends: `${telling} setTimeout(() => undefined, 50);`,
  'fails at once': `console.error('first'); console.error('plugin: no room for a socket'); process.exit(1);`,
  'says nothing': 'setInterval(() => undefined, 1000);',
} as const;

export type StandIn = keyof typeof standIns;

export function writeProvider(folder: string, standIn: StandIn, name = 'terraform-provider-aws_v5.100.0_x5'): string {
  mkdirSync(folder, { recursive: true });
  const executable = join(folder, name);
  const usual = `if (process.argv[2] !== '-debug') process.exit(2);`;
  writeFileSync(executable, `#!${process.execPath}\n${usual}\n${standIns[standIn]}\n`, { mode: 0o755 });
  return executable;
}

/** A stack as it is after `terraform init`. */
export function writeStack(folder: string, standIn: StandIn, { configurations = 1, versions = ['5.100.0'] } = {}): void {
  writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify({ provider: { aws: Array(configurations).fill({}) } }));
  for (const version of versions) writeProvider(join(folder, '.terraform/providers', address, version, 'linux_amd64'), standIn);
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
